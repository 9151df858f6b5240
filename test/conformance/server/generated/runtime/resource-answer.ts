// Copied by mcpgen from its tested runtime. Do not edit.

import {
  isSpecType,
  ProtocolErrorCode,
  type ReadResourceResult,
  ResourceNotFoundError,
} from '@modelcontextprotocol/server';
import { Refusal } from './answer-request.js';
import { toBase64 } from './base64.js';

/** One piece of what a resource holds. What it does not say of itself is as the contract says. */
export type ResourcePart = {
  /** Default: that of the request. */
  readonly uri?: string;
  readonly mimeType?: string;
  readonly _meta?: Readonly<Record<string, unknown>>;
} & ({ readonly text: string; readonly blob?: never } | { readonly blob: Uint8Array; readonly text?: never });

type Answer =
  | { readonly kind: 'contents'; readonly parts: readonly ResourcePart[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unimplemented' };

/** What a handler answers that has more to say than a text or bytes. Made by the functions of its context. */
export class ResourceAnswer {
  readonly #answer: Answer;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  /** Undefined for any other value. */
  static of(value: unknown): Answer | undefined {
    return typeof value === 'object' && value !== null && #answer in value ? value.#answer : undefined;
  }
}

/**
 * What a handler returned, as `resources/read` answers it. Throws a `Refusal` for a resource that is not there (-32602, with its URI in the
 * data), and an `Error` when the value is none that a resource can hold.
 */
export function toReadResult(value: unknown, { name, uri, mimeType }: ReadRequest): ReadResourceResult {
  const answer: Answer = ResourceAnswer.of(value) ?? { kind: 'contents', parts: [plainPart(value)] };
  if (answer.kind === 'missing') throw notFound(uri);
  if (answer.kind === 'unimplemented') {
    throw new Refusal(ProtocolErrorCode.InternalError, `The resource ${name} is not implemented yet.`);
  }
  const contents = answer.parts.map((part) => ({
    uri: part.uri ?? uri,
    ...((part.mimeType ?? mimeType) !== undefined && { mimeType: part.mimeType ?? mimeType }),
    ...(part.blob === undefined ? { text: part.text } : { blob: encoded(part.blob) }),
    ...(part._meta !== undefined && { _meta: { ...part._meta } }),
  }));
  const result = { contents };
  if (!isSpecType.ReadResourceResult(result)) throw new Error('the handler returned malformed contents');
  return result;
}

export interface ReadRequest {
  readonly name: string;
  /** As it was asked for. */
  readonly uri: string;
  readonly mimeType?: string | undefined;
}

/** MCP 2026-07-28, server/resources, "Error Handling": never empty contents. */
function notFound(uri: string): Refusal {
  const { code, message, data } = new ResourceNotFoundError(uri);
  return new Refusal(code, message, data);
}

function plainPart(value: unknown): ResourcePart {
  if (typeof value === 'string') return { text: value };
  if (value instanceof Uint8Array) return { blob: value };
  throw new Error('the handler must return a text, bytes (Uint8Array) or ctx.contents(...)');
}

function encoded(bytes: unknown): string {
  if (!(bytes instanceof Uint8Array)) throw new Error('`blob` must be bytes (Uint8Array)');
  return toBase64(bytes);
}

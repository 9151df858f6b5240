// Copied by mcpgen from its tested runtime. Do not edit.

import { type GetPromptResult, isSpecType, type PromptMessage, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { Refusal } from './answer-request.js';
import type { RequestContext } from './context.js';

/** The members of a prompt's result that a handler may set. */
export interface PromptParts {
  readonly messages: readonly PromptMessage[];
  readonly description?: string | undefined;
  readonly _meta?: Readonly<Record<string, unknown>> | undefined;
}

/** What a handler answers that has more to say than messages. Made by the functions of its context. */
export class PromptAnswer {
  readonly #parts: PromptParts | 'unimplemented';

  constructor(parts: PromptParts | 'unimplemented') {
    this.#parts = parts;
  }

  /** Undefined for any other value. */
  static partsOf(value: unknown): PromptParts | 'unimplemented' | undefined {
    return typeof value === 'object' && value !== null && #parts in value ? value.#parts : undefined;
  }
}

/** What a prompt's handler has beside its arguments. */
export interface PromptContext<Services = unknown> extends RequestContext<Services> {
  /** A result that says in full what goes on the wire. */
  readonly result: (parts: PromptParts) => PromptAnswer;
  /** What a stub answers until somebody writes the handler. */
  readonly notImplemented: () => PromptAnswer;
}

/** What a prompt says: a text of the user, messages, or `ctx.result(...)`. */
export type PromptReturn = string | readonly PromptMessage[] | PromptAnswer;

/** Fills in one prompt. The arguments are checked. `Extras` is what the contract gives its context beside what every prompt has. */
export type PromptHandler<Arguments, Services = unknown, Extras = unknown> = (
  args: Arguments,
  ctx: PromptContext<Services> & Extras,
) => PromptReturn | Promise<PromptReturn>;

/** Makes the context of one `prompts/get`. */
export function toPromptContext(ctx: RequestContext): PromptContext {
  return {
    ...ctx,
    result: (parts) => new PromptAnswer(parts),
    notImplemented: () => new PromptAnswer('unimplemented'),
  };
}

/** What a handler returned, as `prompts/get` answers it. Throws when it is no such thing. */
export function toPromptResult(name: string, value: unknown): GetPromptResult {
  const parts = PromptAnswer.partsOf(value) ?? { messages: plainMessages(value) };
  if (parts === 'unimplemented') {
    throw new Refusal(ProtocolErrorCode.InternalError, `The prompt ${name} is not implemented yet.`);
  }
  const { messages, description, _meta } = parts;
  const result: GetPromptResult = {
    messages: [...messages],
    ...(description !== undefined && { description }),
    ...(_meta !== undefined && { _meta: { ..._meta } }),
  };
  if (!isSpecType.GetPromptResult(result)) throw new Error('the handler returned malformed messages');
  return result;
}

function plainMessages(value: unknown): readonly PromptMessage[] {
  if (typeof value === 'string') return [{ role: 'user', content: { type: 'text', text: value } }];
  if (Array.isArray(value)) return value;
  throw new Error('the handler must return a text, messages or ctx.result(...)');
}

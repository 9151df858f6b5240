// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type CallToolRequestOptions,
  type CallToolResult,
  type Client,
  type ContentBlock,
  type Progress,
  type RequestOptions,
  SdkError,
  SdkErrorCode,
  ProtocolError as SdkProtocolError,
  type Tool,
} from '@modelcontextprotocol/client';
import { checkValue } from './check-value.js';
import type { JsonSchema, ToolDescriptor } from './descriptor.js';
import { ProtocolError, TimeoutError, ToolError, ValidationError } from './errors.js';
import { isRecord, toWire } from './json.js';
import { isWrappedForLegacy } from './legacy-projection.js';

/** What a caller decides about one call. */
export interface CallOptions {
  /** Cancels the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds to wait for the answer, or for the next progress when `onProgress` is given. Default: the client's. */
  readonly timeout?: number | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Sent as the request's `_meta`. */
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
}

/** What a tool without an `outputSchema` answers. */
export interface UntypedResult {
  readonly content: readonly ContentBlock[];
  readonly structuredContent?: unknown;
  /** The text blocks, one after the other. */
  readonly text: string;
}

/** Makes a result of the answer to a call, where that may be something else; see client-tasks.ts. */
export type CompleteCall = (
  client: Client,
  tool: ToolDescriptor,
  answer: CallToolResult,
  options: CallOptions,
  timeout: number,
) => Promise<CallToolResult>;

/** What all calls of one client share. */
export interface CallDefaults {
  readonly validateInput: boolean;
  readonly validateOutput: boolean;
  readonly timeoutMs: number;
  readonly complete?: CompleteCall | undefined;
}

/**
 * Calls a tool and returns the value that its `outputSchema` describes, or an `UntypedResult` when it has none.
 *
 * Rejects with a `ValidationError` (side `input`: nothing was sent), `ToolError`, `ProtocolError`, `TimeoutError`, the reason
 * of an aborted signal, or the SDK's error when the connection failed.
 */
export async function callTool(
  client: Client,
  tool: ToolDescriptor,
  input: unknown,
  defaults: CallDefaults,
  options: CallOptions = {},
): Promise<unknown> {
  const timeout = options.timeout ?? defaults.timeoutMs;
  const answer = await sendCall(client, tool, await argumentsOf(tool, input, defaults), options, timeout);
  const result = (await defaults.complete?.(client, tool, answer, options, timeout)) ?? answer;
  return readResult(client, tool, result, defaults);
}

/** The arguments as they are sent. Rejects with a `ValidationError`. */
export async function argumentsOf(
  tool: ToolDescriptor,
  input: unknown,
  { validateInput }: CallDefaults,
): Promise<unknown> {
  const args = toWire(input ?? {})?.value;
  const issues = validateInput ? await checkValue(tool, 'input', args) : [];
  if (issues.length > 0) throw new ValidationError(tool.name, 'input', issues);
  return args;
}

/** What a result means. Rejects with a `ToolError` or a `ValidationError`. */
export async function readResult(
  client: Client,
  tool: ToolDescriptor,
  result: CallToolResult,
  defaults: CallDefaults,
): Promise<unknown> {
  const { content, structuredContent } = result;
  const values = readings(structuredContent, tool.outputSchema, client.getProtocolEra() === 'legacy');
  if (result.isError === true) throw new ToolError(tool.name, textOf(content), content, values[0]);
  if (tool.outputSchema === undefined) return untyped(result);
  if (structuredContent === undefined) {
    throw new ValidationError(tool.name, 'output', [{ pointer: '', message: 'has no structuredContent' }]);
  }
  return defaults.validateOutput ? firstValid(tool, values) : values[0];
}

/** Sends a call, and gives the answer as it came. */
export async function sendCall(
  client: Client,
  tool: ToolDescriptor,
  args: unknown,
  { signal, onProgress, meta }: CallOptions,
  timeout: number,
): Promise<CallToolResult> {
  signal?.throwIfAborted();
  const options: CallToolRequestOptions = {
    ...requestOptionsOf({ signal, onProgress }, timeout),
    toolDefinition: definitionOf(tool),
  };
  const params = {
    name: tool.name,
    ...(isRecord(args) && { arguments: args }),
    ...(meta !== undefined && { _meta: { ...meta } }),
  };
  return inOurErrors(tool.name, timeout, signal, () => client.callTool(params, options));
}

/** The SDK's options for one request. */
export function requestOptionsOf({ signal, onProgress }: CallOptions, timeout: number): RequestOptions {
  return {
    timeout,
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onprogress: onProgress, resetTimeoutOnProgress: true }),
  };
}

/**
 * Sends a request, and rejects with a `TimeoutError`, a `ProtocolError`, the signal's reason, or the SDK's error when the connection failed.
 * `name` is that of what is asked for.
 */
export async function inOurErrors<Result>(
  name: string,
  timeout: number,
  signal: AbortSignal | undefined,
  send: () => Promise<Result>,
): Promise<Result> {
  try {
    return await send();
  } catch (error) {
    throw translated(error, name, timeout, signal);
  }
}

/** What a caller is told of an error of the SDK's. */
export function translated(error: unknown, tool: string, timeout: number, signal: AbortSignal | undefined): unknown {
  // The SDK reports an abort as if time had run out.
  if (signal?.aborted) return signal.reason;
  if (error instanceof SdkError && error.code === SdkErrorCode.RequestTimeout) {
    return new TimeoutError(tool, timeout, { cause: error });
  }
  if (error instanceof SdkProtocolError) {
    return new ProtocolError(tool, error.code, error.message, error.data, { cause: error });
  }
  return error;
}

/** The likeliest reading of an answer that matches the contract. */
async function firstValid(tool: ToolDescriptor, [first, ...others]: Readings): Promise<unknown> {
  const issues = await checkValue(tool, 'output', first);
  if (issues.length === 0) return first;
  for (const other of others) if ((await checkValue(tool, 'output', other)).length === 0) return other;
  throw new ValidationError(tool.name, 'output', issues);
}

type Readings = readonly [unknown, ...unknown[]];

/**
 * What a structured result can mean, the likeliest first. A legacy server made with the SDK wraps values of a schema that is
 * not an object's; one made with something else may not, and may wrap where the SDK does not.
 */
function readings(value: unknown, schema: JsonSchema | undefined, isLegacy: boolean): Readings {
  if (!isLegacy || schema === undefined || schema['type'] === 'object') return [value];
  if (!isRecord(value) || Object.keys(value).join() !== 'result') return [value];
  const unwrapped = value['result'];
  return isWrappedForLegacy(schema) ? [unwrapped, value] : [value, unwrapped];
}

function untyped({ content, structuredContent }: CallToolResult): UntypedResult {
  return { content, text: textOf(content), ...(structuredContent !== undefined && { structuredContent }) };
}

function textOf(content: readonly ContentBlock[]): string {
  return content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
}

const definitions = new WeakMap<ToolDescriptor, Tool>();

/**
 * What the SDK must know of a tool to mirror arguments into headers (`x-mcp-header`), always the same object, since it caches by
 * identity. Without the output schema: we check outputs ourselves, and it would compile the schema for every call.
 */
function definitionOf(tool: ToolDescriptor): Tool {
  const known = definitions.get(tool);
  if (known !== undefined) return known;
  const definition = { name: tool.name, inputSchema: tool.inputSchema } as Tool;
  definitions.set(tool, definition);
  return definition;
}

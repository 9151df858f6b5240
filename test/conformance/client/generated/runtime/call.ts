// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type CallToolRequestOptions,
  type CallToolResult,
  type Client,
  type ContentBlock,
  type Progress,
  SdkError,
  SdkErrorCode,
  ProtocolError as SdkProtocolError,
  type Tool,
} from '@modelcontextprotocol/client';
import type { JsonSchema, ToolDescriptor } from './descriptor.js';
import { ProtocolError, TimeoutError, ToolError, ValidationError } from './errors.js';
import { isRecord, toWire } from './json.js';
import { isWrappedForLegacy } from './legacy-projection.js';
import { validate } from './validator.js';

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

/** What all calls of one client share. */
export interface CallDefaults {
  readonly validateInput: boolean;
  readonly validateOutput: boolean;
  readonly timeoutMs: number;
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
  options.signal?.throwIfAborted();
  const args = toWire(input ?? {})?.value;
  const issues = defaults.validateInput ? validate(tool, 'input', args) : [];
  if (issues.length > 0) throw new ValidationError(tool.name, 'input', issues);
  const result = await send(client, tool, args, options, options.timeout ?? defaults.timeoutMs);
  const { content, structuredContent } = result;
  const values = readings(structuredContent, tool.outputSchema, client.getProtocolEra() === 'legacy');
  if (result.isError === true) throw new ToolError(tool.name, textOf(content), content, values[0]);
  if (tool.outputSchema === undefined) return untyped(result);
  if (structuredContent === undefined) {
    throw new ValidationError(tool.name, 'output', [{ pointer: '', message: 'has no structuredContent' }]);
  }
  return defaults.validateOutput ? firstValid(tool, values) : values[0];
}

async function send(
  client: Client,
  tool: ToolDescriptor,
  args: unknown,
  { signal, onProgress, meta }: CallOptions,
  timeout: number,
): Promise<CallToolResult> {
  const options: CallToolRequestOptions = {
    timeout,
    toolDefinition: definitionOf(tool),
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onprogress: onProgress, resetTimeoutOnProgress: true }),
  };
  const params = {
    name: tool.name,
    ...(isRecord(args) && { arguments: args }),
    ...(meta !== undefined && { _meta: { ...meta } }),
  };
  try {
    return await client.callTool(params, options);
  } catch (error) {
    // The SDK reports an abort as if time had run out.
    signal?.throwIfAborted();
    if (error instanceof SdkError && error.code === SdkErrorCode.RequestTimeout) {
      throw new TimeoutError(tool.name, timeout, { cause: error });
    }
    if (error instanceof SdkProtocolError) {
      throw new ProtocolError(tool.name, error.code, error.message, error.data, { cause: error });
    }
    throw error;
  }
}

/** The likeliest reading of an answer that matches the contract. */
function firstValid(tool: ToolDescriptor, [first, ...others]: Readings): unknown {
  const issues = validate(tool, 'output', first);
  if (issues.length === 0) return first;
  for (const other of others) if (validate(tool, 'output', other).length === 0) return other;
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

// Copied by mcpgen from its tested runtime. Do not edit.

import { type CallToolResult, isInputRequiredResult, type ServerContext } from '@modelcontextprotocol/server';
import type { ContextExtra, ToolContext } from './context.js';
import type { ToolDescriptor } from './descriptor.js';
import { difference } from './example-difference.js';
import { execute } from './execute.js';
import type { AnyToolHandler, OpenRound } from './handler.js';
import type { HandlerSections } from './register.js';

/** One call of one tool that the contract shows: `Example` of Enhanced MCP 2.0. */
export interface Example {
  readonly tool: ToolDescriptor;
  /** Unique among the tool's examples. */
  readonly name: string;
  readonly input: unknown;
  /** The result; without an `outputSchema` the text of the answer. */
  readonly output?: unknown;
  /** The call fails, and its message contains this. */
  readonly error?: string;
  /** The tool is deterministic, so the result is the very same. Otherwise it only has the same form. */
  readonly exact: boolean;
  /** What the client answers to the tool's questions, by their names. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** A handler does not do what the contract shows. */
export class ExampleError extends Error {
  override readonly name = 'ExampleError';
}

export interface ExampleOutcome {
  /** Why nothing was compared: the handler is a stub. */
  readonly skipped?: string;
}

/**
 * Calls the handler as the server would, with the validation of both sides, and compares what it answers. Rejects with an
 * `ExampleError` that says what is different. A result of a tool that is not deterministic is not compared value by value: the
 * members that the example shows must be there, with values of the same kind.
 */
export async function runExample(
  example: Example,
  { tools: handlers = {} }: HandlerSections,
  services: unknown,
  extras: readonly ContextExtra[] = [],
  openRoundWith?: (answers: Readonly<Record<string, unknown>>) => OpenRound,
  withTask?: (handler: AnyToolHandler) => AnyToolHandler,
): Promise<ExampleOutcome> {
  const { tool, input, output, error, answers = {} } = example;
  const handler: unknown = Reflect.get(handlers, tool.name);
  if (typeof handler !== 'function') throw new TypeError(`there is no handler for the tool "${tool.name}"`);
  let isStub = false;
  const watched: AnyToolHandler = (value, ctx) => {
    const notImplemented: ToolContext['notImplemented'] = () => {
      isStub = true;
      return ctx.notImplemented();
    };
    return Reflect.apply(handler, handlers, [value, { ...ctx, notImplemented }]);
  };
  let hidden: unknown;
  const onError = (cause: unknown): void => {
    hidden = cause;
  };
  const adapted = tool.tasks === undefined || withTask === undefined ? watched : withTask(watched);
  const result = await execute(tool, adapted, structuredClone(input), request(), {
    services,
    onError,
    maxToolInputElements: Number.POSITIVE_INFINITY,
    extras,
    openRound: openRoundWith?.(structuredClone(answers)),
  });
  if (isInputRequiredResult(result)) throw new ExampleError('the tool asks what the example does not answer');
  if (isStub) return { skipped: `the handler of ${tool.name} is not implemented yet` };
  if (hidden !== undefined) throw new ExampleError(`the handler failed: ${messageOf(hidden)}`, { cause: hidden });
  const text = textOf(result);
  if (error !== undefined) {
    if (result.isError !== true) throw new ExampleError(`the call succeeds, and should fail with "${error}"`);
    if (!text.includes(error)) throw new ExampleError(`the call fails with "${text}", and should with "${error}"`);
    return {};
  }
  if (result.isError === true) throw new ExampleError(`the call fails with "${text}", and should succeed`);
  if (output === undefined) return {};
  const actual = tool.outputSchema === undefined ? text : result.structuredContent;
  const found = difference(output, actual, example.exact);
  if (found !== undefined) throw new ExampleError(`the result is not what the example shows: ${found}`);
  return {};
}

function textOf({ content }: CallToolResult): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('\n');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A request without a client: nobody asks for progress, and nobody reads the log. */
function request(): ServerContext {
  const ignore = (): Promise<void> => Promise.resolve();
  const mcpReq = { id: 'example', method: 'tools/call', signal: new AbortController().signal, envelope: {} };
  return { mcpReq: { ...mcpReq, notify: ignore, log: ignore } } as unknown as ServerContext;
}

// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type CallToolResult,
  type ContentBlock,
  type InputRequiredResult,
  isCallToolResult,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { checkValue } from './check-value.js';
import { type ContextExtra, createToolContext } from './context.js';
import type { ToolDescriptor } from './descriptor.js';
import { hiddenFailure, type OnError, type Stage } from './failure.js';
import type { AnyToolHandler, OpenRound } from './handler.js';
import { describeIssues } from './issues.js';
import { hasMoreElementsThan, toWire } from './json.js';
import { lacksScopes } from './principal.js';
import { errorResult, type ResultParts, ToolFailure, ToolResult } from './result.js';
import { runHandler } from './run-handler.js';

/** What all calls of one server share. */
export interface ExecuteOptions {
  readonly services: unknown;
  readonly onError: OnError;
  readonly maxToolInputElements: number;
  /** What the contract adds to the contexts of handlers. */
  readonly extras: readonly ContextExtra[];
  /** Where there are tools that ask their clients for input. */
  readonly openRound?: OpenRound | undefined;
}

/**
 * One call of one tool, from the client's arguments to the answer. This is the only place that knows the order of things:
 * input validation, handler, output validation. The SDK checks neither side, so each value is checked once, here.
 *
 * Never rejects: whatever goes wrong becomes a result with `isError` (MCP 2026-07-28, tools, "Error Handling").
 */
export async function execute(
  tool: ToolDescriptor,
  handler: AnyToolHandler,
  input: unknown,
  request: ServerContext,
  options: ExecuteOptions,
): Promise<CallToolResult | InputRequiredResult> {
  const { ctx, end } = createToolContext(tool.name, options.services, request, options.extras);
  let stage: Stage = 'input';
  try {
    if (lacksScopes(tool.scopes, request)) return errorResult(`Insufficient scope for ${tool.name}.`);
    const refusal = await checkInput(tool, input, options.maxToolInputElements);
    if (refusal !== undefined) return errorResult(`Invalid arguments for ${tool.name}:\n${refusal}`);
    stage = 'handler';
    const call = (extras?: object) => handler(input, extras === undefined ? ctx : { ...ctx, ...extras }, request);
    const { name, ask: questions } = tool;
    const outcome =
      questions === undefined
        ? { answer: await call() }
        : await runHandler(
            { method: 'tools/call', name, arguments: input, questions, inWords: JSON.stringify(name) },
            call,
            request,
            options.openRound,
          );
    if ('required' in outcome) return outcome.required;
    stage = 'output';
    return await toCallToolResult(tool, outcome.answer);
  } catch (error) {
    if (error instanceof ToolFailure) return errorResult(error.message);
    // The client has gone and reads no answer; most handlers end a cancelled call by throwing, which is no failure.
    if (ctx.signal.aborted) return errorResult('The call was cancelled.');
    return hiddenFailure(error, { tool: tool.name, requestId: ctx.requestId, stage }, options.onError);
  } finally {
    end();
  }
}

/** Why the input is refused, `undefined` when it is not. */
async function checkInput(tool: ToolDescriptor, input: unknown, limit: number): Promise<string | undefined> {
  if (hasMoreElementsThan(input, limit)) return `- (the whole value): holds more than ${limit} values`;
  const issues = await checkValue(tool, 'input', input);
  return issues.length === 0 ? undefined : describeIssues(issues);
}

/** What a handler returned, as the protocol wants it. Throws when it does not match the contract. */
async function toCallToolResult(tool: ToolDescriptor, answer: unknown): Promise<CallToolResult> {
  const parts = ToolResult.partsOf(answer) ?? plainParts(tool, answer);
  const structured = toWire(parts.structuredContent);
  if (tool.outputSchema !== undefined && parts.isError !== true) {
    if (structured === undefined) throw new Error('the tool has an outputSchema, but its handler returned no value');
    const issues = await checkValue(tool, 'output', structured.value);
    if (issues.length > 0) throw new Error(`the output does not match the outputSchema:\n${describeIssues(issues)}`);
  }
  const result: CallToolResult = {
    content: parts.content === undefined ? textBlocks(structured?.text) : [...parts.content],
    ...(structured !== undefined && { structuredContent: structured.value }),
    ...(parts.isError === true && { isError: true }),
    ...(parts._meta !== undefined && { _meta: { ...parts._meta } }),
  };
  // What is made here is well-formed.
  const isForeign = parts.content !== undefined || parts._meta !== undefined;
  if (isForeign && !isCallToolResult(result)) throw new Error('the handler returned malformed content blocks');
  return result;
}

function plainParts(tool: ToolDescriptor, answer: unknown): ResultParts {
  if (tool.outputSchema !== undefined) return { structuredContent: answer };
  if (answer === undefined) return { content: [] };
  if (typeof answer === 'string') return { content: textBlocks(answer) };
  if (Array.isArray(answer)) return { content: answer };
  throw new Error('the tool has no outputSchema, so its handler must return a string, content blocks or nothing');
}

function textBlocks(text: string | undefined): ContentBlock[] {
  return text === undefined ? [] : [{ type: 'text', text }];
}

// Copied by mcpgen from its tested runtime. Do not edit.

import type { ContentBlock, InputRequiredResult, ServerContext } from '@modelcontextprotocol/server';
import type { ToolContext } from './context.js';
import type { Questions } from './descriptor.js';
import type { ToolResult } from './result.js';

/**
 * What a handler may return: the plain value of the tool's `outputSchema`; without one (`Output` is `undefined`) a string,
 * content blocks or nothing; or, in both cases, `ctx.result(...)`.
 */
export type HandlerReturn<Output> =
  | ToolResult
  | ([Output] extends [undefined] ? string | readonly ContentBlock[] | Nothing : Output);

/** Also what a function gives that has no `return` at all, which `undefined` alone does not cover before TypeScript 6. */
type Nothing = ReturnType<() => void> | undefined;

/**
 * One tool, written by hand: its input is already validated, and what it returns is validated before it is sent. `Extras` is what
 * the contract gives its context beside what every tool has.
 */
export type ToolHandler<Input, Output, Services = unknown, Extras = unknown> = (
  input: Input,
  ctx: ToolContext<Services> & Extras,
) => HandlerReturn<Output> | Promise<HandlerReturn<Output>>;

/**
 * Any handler, as the runtime calls it: the contract has checked its types where it was written. `request` is for handlers of the
 * runtime itself; an author's never sees it.
 */
export type AnyToolHandler = (input: unknown, ctx: ToolContext<unknown>, request: ServerContext) => unknown;

/** What is asked of a client: the handler of what, called with what. */
export interface AskingRequest {
  readonly method: 'tools/call' | 'prompts/get' | 'resources/read';
  /** The wire name, or the URI. */
  readonly name: string;
  readonly arguments: unknown;
  readonly questions: Questions;
}

/** Lets a handler ask, and finds out what the client has answered already; see input.ts. */
export type OpenRound = (asking: AskingRequest, request: ServerContext) => Promise<InputRound>;

/** One run of a handler that may ask. */
export interface InputRound {
  /**
   * Calls the handler with what its context has for asking. When something is asked that has no answer yet, whatever the handler does
   * is of no account: the client has to answer first.
   */
  readonly run: (
    handler: (extras: object) => unknown,
  ) => Promise<{ readonly answer: unknown } | { readonly required: InputRequiredResult }>;
}

/** Rounds for calls from outside, and for calls that have no client of their own. */
export interface Rounds {
  readonly openRound: OpenRound;
  readonly openRoundOfNobody: OpenRound;
}

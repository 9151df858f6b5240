// Copied by mcpgen from its tested runtime. Do not edit.

import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/server';

/** The members of an MCP tool result that a handler may set itself. */
export interface ResultParts {
  /** Left out beside `structuredContent`: its JSON text is added, for clients that read text only. */
  readonly content?: readonly ContentBlock[] | undefined;
  readonly structuredContent?: unknown;
  readonly isError?: boolean | undefined;
  readonly _meta?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * A result that says in full what goes on the wire. It is told from a handler's plain value by what it is, not by its
 * members, so an output type that has a `content` of its own is never mistaken for one. Made by `ctx.result(...)`.
 */
export class ToolResult {
  readonly #parts: ResultParts;

  constructor(parts: ResultParts) {
    this.#parts = parts;
  }

  /** The parts of a `ToolResult`, `undefined` for any other value. */
  static partsOf(value: unknown): ResultParts | undefined {
    return typeof value === 'object' && value !== null && #parts in value ? value.#parts : undefined;
  }
}

/** Throw it to answer with an error that the caller may read: a business rule, something not found. The message IS shown. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure';
}

/** A result with `isError` and this text. */
export function errorResult(message: string): CallToolResult {
  return { content: [{ type: 'text', text: message }], isError: true };
}

/** What a generated stub answers until somebody writes the handler. */
export function notImplemented(tool: string): ToolResult {
  return new ToolResult(errorResult(`The tool ${tool} is not implemented yet.`));
}

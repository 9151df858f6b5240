// Copied by mcpgen from its tested runtime. Do not edit.

import type { ContentBlock } from '@modelcontextprotocol/client';
import { describeIssues, type Issue } from './issues.js';

/** The tool ran, or refused to, and answered that it failed (`isError`). */
export class ToolError extends Error {
  override readonly name = 'ToolError';

  constructor(
    readonly tool: string,
    /** The text blocks of the answer, also the error's message. */
    readonly text: string,
    readonly content: readonly ContentBlock[],
    readonly structuredContent: unknown,
  ) {
    super(text === '' ? `the tool ${tool} failed without saying why` : text);
  }
}

/** A value does not match the contract: what was to be sent (`input`), or what the server answered (`output`). */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';

  constructor(
    readonly tool: string,
    readonly side: 'input' | 'output',
    readonly issues: readonly Issue[],
  ) {
    super(`the ${side} of ${tool} does not match its ${side}Schema:\n${describeIssues(issues)}`);
  }
}

/** The server refused the request with a JSON-RPC error. The SDK's error is the `cause`. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';

  constructor(
    readonly tool: string,
    /** As in MCP 2026-07-28, basic, "Error Codes": -32602 for an unknown tool, for one. */
    readonly code: number,
    message: string,
    readonly data: unknown,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** No answer came in time. The SDK's error is the `cause`. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';

  constructor(
    readonly tool: string,
    readonly timeoutMs: number,
    options?: ErrorOptions,
  ) {
    super(`the tool ${tool} did not answer within ${timeoutMs} ms`, options);
  }
}

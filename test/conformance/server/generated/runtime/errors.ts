// Copied by mcpgen from its tested runtime. Do not edit.

import type { ContentBlock } from '@modelcontextprotocol/client';

export { DiscoveryError } from './discovery-error.js';
export { TimeoutError } from './timeout-error.js';
export { ValidationError } from './validation-error.js';

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

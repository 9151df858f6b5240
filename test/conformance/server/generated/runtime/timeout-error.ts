// Copied by mcpgen from its tested runtime. Do not edit.

/** No answer came in time. When the SDK found out, its error is the `cause`. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';

  constructor(
    /** The tool, or the workflow that ran as a step. */
    readonly tool: string,
    readonly timeoutMs: number,
    options?: ErrorOptions,
  ) {
    super(`${tool} did not answer within ${timeoutMs} ms`, options);
  }
}

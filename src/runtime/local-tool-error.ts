/** The answer of a tool of the same server that says that it failed. What its caller may know of that stands in it already. */
export class LocalToolError extends Error {
  override readonly name = 'ToolError';
}

// Copied by mcpgen from its tested runtime. Do not edit.

/** What completes the value of a variable or of an argument: the handler, or these values. */
export interface Completable {
  readonly name: string;
  readonly by: 'handler' | readonly string[];
}

// Copied by mcpgen from its tested runtime. Do not edit.

/** Any text; editors offer the known ones. */
export type Suggested<Known extends string> = Known | (string & Record<never, never>);

/** Any text; editors offer the known ones. */
export type Suggested<Known extends string> = Known | (string & Record<never, never>);

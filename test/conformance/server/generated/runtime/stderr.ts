// Copied by mcpgen from its tested runtime. Do not edit.

interface Stream {
  readonly write: (text: string) => unknown;
}

/**
 * Writes a line for people to stderr, or to the console of a runtime that has no such stream. Never to stdout, which belongs to the
 * protocol when a server speaks stdio.
 */
export function writeLine(text: string): void {
  const { process } = globalThis as { readonly process?: { readonly stderr?: Stream } };
  if (process?.stderr !== undefined) process.stderr.write(`${text}\n`);
  // biome-ignore lint/suspicious/noConsole: there is no other way out.
  else console.error(text);
}

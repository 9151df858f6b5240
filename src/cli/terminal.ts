/** Colours are for a person at a terminal who did not refuse them (https://no-color.org). */
export function wantsColour(
  stream: { readonly isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** A line that comes and goes is for a person who watches: in the log of a CI job every state of it would stay. */
export function wantsProgress(
  stream: { readonly isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
}

/**
 * Lets a reader that goes away (`mcpgen check | head`) end the process quietly, with the exit code that was due.
 * Output that cannot be written for another reason, such as a full disk, is said in one line.
 */
export function endQuietlyWhenPipesClose(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      process.exitCode = 1;
      if (stream === process.stdout) process.stderr.write(`error: cannot write the output (${error.code})\n`);
      process.exit();
    });
  }
}

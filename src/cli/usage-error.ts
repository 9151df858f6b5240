/**
 * The command line itself is wrong: a flag, an argument, a folder that is not there. Thrown by commands, printed as
 * one line, exit code 2. Mistakes inside manifests are diagnostics, never this.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

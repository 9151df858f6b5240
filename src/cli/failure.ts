import { visible, visibleLines } from '../diagnostics/reporters/visible.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { HostError } from '../host/host.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { UsageError } from './usage-error.js';

/** How a command that threw ends: its exit code and what goes to stderr. */
export interface Failure {
  readonly exitCode: ExitCode;
  readonly text: string;
}

export interface FailureContext {
  readonly version: string;
  /** Names of the flags that the command has, without dashes, for "did you mean". */
  readonly flags?: readonly string[] | undefined;
  /** Where bugs are reported. */
  readonly bugs?: string | undefined;
}

/** A wrong command line and a refusal of the file system take one line; anything else is a bug of ours, with its stack. */
export function failureOf(error: unknown, context: FailureContext): Failure {
  const usage = usageProblem(error, context.flags ?? []);
  if (usage !== undefined) return { exitCode: EXIT.usage, text: `error: ${visible(usage)}\n` };
  if (error instanceof HostError) return { exitCode: EXIT.findings, text: `error: ${visible(error.message)}\n` };
  return { exitCode: EXIT.bug, text: bugReport(error, context) };
}

/** Said in one line; undefined when the error is not about the command line. */
function usageProblem(error: unknown, flags: readonly string[]): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (!isOclifUsageError(error)) return undefined;
  if (error.flags !== undefined) return unknownFlags(error.flags, flags);
  if (Array.isArray(error.args)) return argumentProblem(error.message, error.args);
  const [first, ...rest] = error.message.replace(/\s*See more help with --help\s*$/, '').split('\n');
  // "The following error occurred:" says nothing itself.
  const lines = first?.endsWith('occurred:') ? rest : [first, ...rest];
  const problem = lines.map((line) => line?.trim() ?? '').join(' ');
  return withHelp(lower(problem.replace(/^Parsing (--\S+)\s+(\S)/, (_, flag, start) => `${flag}: ${lower(start)}`)));
}

function unknownFlags(given: readonly string[], known: readonly string[]): string {
  const flag = given[0] ?? '';
  const meant = didYouMean(flag.replace(/^-+/, '').replace(/=.*$/s, ''), known);
  const hint = meant === undefined ? 'see --help' : `did you mean --${meant}?`;
  return `unknown flag ${flag}; ${hint}`;
}

function argumentProblem(message: string, args: readonly unknown[]): string {
  const names = args.map((each) => (typeof each === 'string' ? each : ((each as { name?: string }).name ?? '?')));
  return withHelp(
    message.startsWith('Unexpected')
      ? `unexpected argument ${names.map((name) => JSON.stringify(name)).join(', ')}`
      : `missing argument ${names.map((name) => `<${name}>`).join(' ')}`,
  );
}

function withHelp(problem: string): string {
  return `${problem}; see --help`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

interface OclifUsageError extends Error {
  readonly flags?: readonly string[];
  readonly args?: readonly unknown[];
}

/** oclif marks what is the user's affair with an exit code, 2 unless told otherwise. */
function isOclifUsageError(error: unknown): error is OclifUsageError {
  return error instanceof Error && (error as { oclif?: { exit?: number } }).oclif?.exit === 2;
}

function bugReport(error: unknown, { version, bugs }: FailureContext): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? `\ncaused by ${error.cause.stack}` : '';
  return [
    'error: this is a bug of mcpgen, not a mistake of yours',
    visibleLines(stack + cause),
    `mcpgen ${version}, node ${process.version}, ${process.platform} ${process.arch}`,
    `Please report it ${bugs === undefined ? 'to the maintainers' : `at ${bugs}`}, with the lines above and the manifest that caused it.`,
    '',
  ].join('\n');
}

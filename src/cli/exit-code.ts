import type { Report } from '../diagnostics/reporters/report.js';
import type { FileReport } from '../write/write-report.js';

/** What the process ends with (product.md, section 2). */
export const EXIT = {
  fine: 0,
  /** Errors in manifests or mcpgen.yaml, stale output, too many warnings. */
  findings: 1,
  /** A wrong command line. */
  usage: 2,
  /** A bug of mcpgen. */
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface ExitConditions {
  /** Nothing was to be written, so a file that is not as it should be is a failure. */
  readonly check?: boolean | undefined;
  readonly maxWarnings?: number | undefined;
}

const NOT_AS_IT_SHOULD_BE: ReadonlySet<FileReport['status']> = new Set(['stale', 'missing', 'extra', 'edited']);

/** How a command that printed this report ends. */
export function exitCodeOf(report: Report, conditions: ExitConditions = {}): ExitCode {
  const failed =
    report.diagnostics.some((each) => each.severity === 'error') ||
    hasTooManyWarnings(report, conditions) ||
    hasWrongFiles(report, conditions);
  return failed ? EXIT.findings : EXIT.fine;
}

export function hasTooManyWarnings(report: Report, { maxWarnings }: ExitConditions): boolean {
  const warnings = report.diagnostics.filter((each) => each.severity === 'warning').length;
  return maxWarnings !== undefined && warnings > maxWarnings;
}

/** Under `--check`, a file that a build would write or remove, or refuse to overwrite. */
function hasWrongFiles(report: Report, { check }: ExitConditions): boolean {
  return check === true && report.files.some((each) => NOT_AS_IT_SHOULD_BE.has(each.status));
}

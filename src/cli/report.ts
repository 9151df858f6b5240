import { githubReport } from '../diagnostics/reporters/github.js';
import { jsonReport } from '../diagnostics/reporters/json.js';
import { prettyFindings } from '../diagnostics/reporters/pretty.js';
import { prettyDiffs, prettyFiles } from '../diagnostics/reporters/pretty-files.js';
import type { Report } from '../diagnostics/reporters/report.js';
import { type ExitConditions, hasTooManyWarnings } from './exit-code.js';
import { readPage } from './pages.js';

export type { Report } from '../diagnostics/reporters/report.js';
export type { FileReport } from '../write/write-report.js';

export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export interface RenderOptions {
  readonly format: Format;
  readonly exit: ExitConditions;
  /** Of mcpgen. */
  readonly version: string;
  /** From the current folder to the project's root, with `/`; empty when they are the same. */
  readonly folder: string;
  readonly colour: { readonly stdout: boolean; readonly stderr: boolean };
}

/** Where the parts of a printed report go. */
export interface Rendered {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A report in the format asked for: data for stdout, what is meant for people for stderr. In `pretty` only diffs are
 * data, so that `mcpgen build --check > drift.patch` holds nothing else.
 *
 * Paths are relative to the project's root in `json`, where a program knows the project; in the other formats to the
 * current folder, since a terminal's links, a workflow's annotations and code scanning look from there.
 */
export async function renderReport(report: Report, options: RenderOptions): Promise<Rendered> {
  const { stdout, stderr } = await formatted(report, options);
  return { stdout, stderr: stderr + complaint(report, options.exit) };
}

async function formatted(report: Report, { format, version, folder, colour }: RenderOptions): Promise<Rendered> {
  switch (format) {
    case 'pretty': {
      const options = { colour: colour.stderr, folder, shown: report.shown };
      return {
        stdout: prettyDiffs(report.files, { colour: colour.stdout }),
        stderr:
          (isToldByFiles(report) ? '' : prettyFindings(report.diagnostics, options)) +
          prettyFiles(report.files, options),
      };
    }
    case 'json':
      return { stdout: jsonReport(report), stderr: '' };
    case 'sarif': {
      // With it comes the whole catalogue, which no other format needs.
      const { sarifReport } = await import('../diagnostics/reporters/sarif.js');
      return { stdout: sarifReport(report.diagnostics, { version, folder, ruleText: readPage }), stderr: '' };
    }
    case 'github':
      return { stdout: githubReport(report, { folder }), stderr: '' };
  }
}

/** "no problems found" above a list of what was done is no news, and above a list of stale files it is wrong. */
function isToldByFiles({ diagnostics, files }: Report): boolean {
  return diagnostics.length === 0 && files.some(({ status }) => status !== 'unchanged');
}

/** A reason to fail that no single finding shows, whatever the format. */
function complaint(report: Report, exit: ExitConditions): string {
  return hasTooManyWarnings(report, exit)
    ? `error: more warnings than --max-warnings ${exit.maxWarnings} allows\n`
    : '';
}

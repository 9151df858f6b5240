import type { Report } from '../diagnostics/reporters/report.js';
import { type ExitConditions, hasTooManyWarnings } from './exit-code.js';

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

/** A report in the format asked for: data for stdout, what is meant for people for stderr. */
export function renderReport(report: Report, { format, exit }: RenderOptions): Rendered {
  const tooMany = hasTooManyWarnings(report, exit)
    ? `error: more warnings than --max-warnings ${exit.maxWarnings} allows\n`
    : '';
  const text = report.diagnostics.map((each) => `${each.severity} ${each.code}: ${each.message}\n`).join('');
  if (format === 'pretty') return { stdout: '', stderr: text + tooMany };
  return {
    stdout: `${JSON.stringify({ diagnostics: report.diagnostics, files: report.files }, null, 2)}\n`,
    stderr: tooMany,
  };
}

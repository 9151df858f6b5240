import { relative, resolve, sep } from 'node:path';
import type { Report } from '../diagnostics/reporters/report.js';
import { type ExitConditions, exitCodeOf } from './exit-code.js';
import { type Format, renderReport } from './report.js';
import { wantsColour } from './terminal.js';

/** What the flags of every command parse to, as far as printing needs them. */
export interface ReportFlags {
  readonly dir: string;
  readonly format: Format;
  readonly 'max-warnings'?: number | undefined;
}

/** Prints a report as the flags ask, and sets the exit code that it deserves. `version` is that of mcpgen. */
export async function printReport(
  report: Report,
  flags: ReportFlags,
  version: string,
  conditions: Pick<ExitConditions, 'check'> = {},
): Promise<void> {
  const exit: ExitConditions = { ...conditions, maxWarnings: flags['max-warnings'] };
  process.exitCode = exitCodeOf(report, exit);
  const { stdout, stderr } = await renderReport(report, {
    format: flags.format,
    exit,
    version,
    folder: relative(process.cwd(), resolve(flags.dir)).split(sep).join('/'),
    colour: { stdout: wantsColour(process.stdout, process.env), stderr: wantsColour(process.stderr, process.env) },
  });
  if (stderr !== '') process.stderr.write(stderr);
  if (stdout !== '') process.stdout.write(stdout);
}

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
// Not from '@oclif/core' itself, which loads all of oclif.
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import type { Report } from '../diagnostics/reporters/report.js';
import type { ExitConditions } from './exit-code.js';
import { failureOf } from './failure.js';
import { printReport, type ReportFlags } from './print-report.js';
import { FORMATS } from './report.js';
import { UsageError } from './usage-error.js';

/** For commands that print findings: put it into their `flags`. */
export const maxWarningsFlag = {
  'max-warnings': Flags.integer({
    summary: 'Fail when there are more warnings than this.',
    helpValue: '<n>',
    min: 0,
  }),
};

/** For commands that may answer from what an earlier run found. */
export const cacheFlag = {
  'no-cache': Flags.boolean({ summary: 'Do everything again, whatever earlier runs found.' }),
};

/** What all commands have in common: the flags, the exit codes, and how reports and failures are printed. */
export abstract class BaseCommand extends Command {
  static override baseFlags = {
    dir: Flags.string({ summary: 'The project folder.', helpValue: '<folder>', default: '.' }),
    format: Flags.option({ options: FORMATS, summary: 'How findings are printed.', default: 'pretty' as const })(),
  };

  /** The absolute path of the project folder; throws UsageError when there is none. */
  protected projectFolder(dir: string): string {
    const folder = resolve(dir);
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat === undefined) throw new UsageError(`there is no folder ${JSON.stringify(dir)}`);
    if (!stat.isDirectory()) throw new UsageError(`${JSON.stringify(dir)} is not a folder`);
    return folder;
  }

  /** Prints a report as the flags ask, and sets the exit code that it deserves. */
  protected report(report: Report, flags: ReportFlags, conditions: Pick<ExitConditions, 'check'> = {}): Promise<void> {
    return printReport(report, flags, this.config.version, conditions);
  }

  /** Data, on stdout, as it is: `text` ends its own lines. */
  protected print(text: string): void {
    if (text !== '') process.stdout.write(text);
  }

  /** Everything that is not data, on stderr. */
  protected printError(text: string): void {
    if (text !== '') process.stderr.write(text);
  }

  protected override async catch(error: unknown): Promise<void> {
    const flags = Object.keys({ ...this.ctor.baseFlags, ...this.ctor.flags, help: undefined });
    const bugs = this.config.pjson['bugs'] as { url?: string } | undefined;
    const failure = failureOf(error, { version: this.config.version, flags, bugs: bugs?.url });
    process.exitCode = failure.exitCode;
    // oclif would warn, where NODE_ENV is "test" or "development", that a command line it refused was not parsed.
    this.parsed = true;
    this.printError(failure.text);
  }
}

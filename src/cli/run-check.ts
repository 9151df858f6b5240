import { createNodeHost } from '../host/node-host.js';
import { openCache } from './open-cache.js';
import { printReport, type ReportFlags } from './print-report.js';

export interface CheckFlags extends ReportFlags {
  readonly fix: boolean;
  readonly 'no-cache': boolean;
}

/** One check of the project in `folder`, printed. The compiler is loaded when there is something to check. */
export async function runCheck(folder: string, flags: CheckFlags, version: string): Promise<void> {
  const host = createNodeHost(folder);
  const cache = openCache(flags);
  const known = flags.fix ? undefined : cache?.recall(host, 'check');
  if (known !== undefined) return printReport(known, flags, version);
  const [{ checkProject, describeFixes }, { withSecondThread }] = await Promise.all([
    import('./check-project.js'),
    import('./second-thread.js'),
  ]);
  const { fixed, ...report } = await withSecondThread(({ parse }) =>
    checkProject(host, { fix: flags.fix, parse }, cache),
  );
  if (flags.format === 'pretty') process.stderr.write(describeFixes(fixed));
  await printReport(report, flags, version);
}

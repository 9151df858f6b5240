import { createNodeHost } from '../host/node-host.js';
import { openCache } from './open-cache.js';
import { printReport, type ReportFlags } from './print-report.js';

export interface BuildFlags extends ReportFlags {
  readonly check: boolean;
  readonly force: boolean;
  readonly 'no-cache': boolean;
}

/** One build of the project in `folder`, printed. The compiler is loaded when there is something to compile. */
export async function runBuild(folder: string, flags: BuildFlags, version: string): Promise<void> {
  const host = createNodeHost(folder);
  const cache = openCache(flags);
  const { check, force } = flags;
  const report = cache?.recall(host, 'build') ?? (await build());
  await printReport(report, flags, version, { check });

  async function build() {
    const { buildProject } = await import('./build-project.js');
    return buildProject(host, { check, force }, cache);
  }
}

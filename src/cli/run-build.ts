import { createNodeHost } from '../host/node-host.js';
import type { Watch } from '../limits/deadline.js';
import { openCache } from './open-cache.js';
import { printReport, type ReportFlags } from './print-report.js';
import { StageTimes } from './stage-times.js';
import { wantsProgress } from './terminal.js';

export interface BuildFlags extends ReportFlags {
  readonly check: boolean;
  readonly force: boolean;
  readonly 'no-cache': boolean;
  readonly timings: boolean;
}

/** One build of the project in `folder`, printed. The compiler is loaded when there is something to compile. */
export async function runBuild(folder: string, flags: BuildFlags, version: string): Promise<void> {
  const host = createNodeHost(folder);
  const cache = openCache(flags);
  const { check, force } = flags;
  const times = flags.timings ? new StageTimes() : undefined;
  times?.enter('looking for what has changed');
  const report = cache?.recall(host, 'build') ?? (await build());
  times?.enter('printing');
  await printReport(report, flags, version, { check });
  if (times !== undefined) process.stderr.write(times.table());

  async function build() {
    times?.enter('loading the compiler');
    const [{ buildProject }, { withSecondThread }, { Progress }] = await Promise.all([
      import('./build-project.js'),
      import('./second-thread.js'),
      import('./progress.js'),
    ]);
    const progress = wantsProgress(process.stderr, process.env) ? new Progress(process.stderr) : undefined;
    const watch: Watch = (...stage) => {
      times?.watch(...stage);
      progress?.watch(...stage);
    };
    try {
      return await withSecondThread(({ parse, emit }) =>
        buildProject(host, { check, force, watch, parse, emitElsewhere: emit }, cache),
      );
    } finally {
      progress?.end();
    }
  }
}

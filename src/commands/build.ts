import * as Flags from '@oclif/core/flags';
import { abortOnSignals } from '../cli/abort-on-signals.js';
import { BaseCommand, cacheFlag, maxWarningsFlag } from '../cli/base-command.js';
import { EXIT } from '../cli/exit-code.js';
import { runBuild } from '../cli/run-build.js';
import { createNodeHost } from '../host/node-host.js';

export default class Build extends BaseCommand {
  static override summary = 'Compile the contract to a typed server and client.';
  static override description =
    'Checks everything, then writes what changed. A failed build changes nothing on disk. With --check nothing is written: it exits with 1 and a unified diff when the output is not what a build would write. With --watch it builds again at every save until Ctrl-C or SIGTERM ends it, with exit code 0.';
  static override examples = [
    '<%= config.bin %> build',
    '<%= config.bin %> build --check',
    '<%= config.bin %> build --watch',
  ];
  static override flags = {
    ...maxWarningsFlag,
    ...cacheFlag,
    check: Flags.boolean({
      summary: 'Write nothing; fail with a diff when the output is stale.',
      exclusive: ['watch', 'force'],
    }),
    force: Flags.boolean({ summary: 'Overwrite generated files that were edited by hand.' }),
    timings: Flags.boolean({ summary: 'Say afterwards how long each stage took.' }),
    watch: Flags.boolean({ summary: 'Build again whenever a manifest or a handler changes.' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Build);
    const folder = this.projectFolder(flags.dir);
    if (flags.watch) {
      const { watchProject } = await import('../cli/watch-project.js');
      await watchProject(createNodeHost(folder), {
        force: flags.force,
        report: (report) => this.report(report, flags),
        fail: (error) => void this.catch(error),
        say: (text) => this.printError(text),
        signal: abortOnSignals(),
      });
      // It ended because it was asked to, whatever the last build said.
      process.exitCode = EXIT.fine;
      return;
    }
    await runBuild(folder, flags, this.config.version);
  }
}

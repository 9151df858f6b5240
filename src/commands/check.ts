import * as Flags from '@oclif/core/flags';
import { BaseCommand, cacheFlag, maxWarningsFlag } from '../cli/base-command.js';
import { runCheck } from '../cli/run-check.js';

export default class Check extends BaseCommand {
  static override summary = 'Check the contract; write nothing, or only what --fix mends.';
  static override description =
    'Runs every check on mcpgen.yaml and the manifests. With --fix, what can be mended for certain is mended in the files, and the rest is reported; comments and formatting stay. Exits with 1 when there are errors, or more warnings than --max-warnings.';
  static override examples = [
    '<%= config.bin %> check',
    '<%= config.bin %> check --fix',
    '<%= config.bin %> check --format github --max-warnings 0',
  ];
  static override flags = {
    ...maxWarningsFlag,
    ...cacheFlag,
    fix: Flags.boolean({ summary: 'Mend in the manifests what can be mended for certain.' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Check);
    await runCheck(this.projectFolder(flags.dir), flags, this.config.version);
  }
}

import { BaseCommand, maxWarningsFlag } from '../cli/base-command.js';
import { analyse } from '../compile.js';
import { createNodeHost } from '../host/node-host.js';

export default class Check extends BaseCommand {
  static override summary = 'Check the contract; write nothing.';
  static override description =
    'Runs every check on mcpgen.yaml and the manifests. Exits with 1 when there are errors, or more warnings than --max-warnings.';
  static override examples = ['<%= config.bin %> check', '<%= config.bin %> check --format github --max-warnings 0'];
  static override flags = { ...maxWarningsFlag };

  async run(): Promise<void> {
    const { flags } = await this.parse(Check);
    const { diagnostics, project } = analyse(createNodeHost(this.projectFolder(flags.dir)));
    this.report({ diagnostics, files: [], shown: project?.limits.findings }, flags);
  }
}

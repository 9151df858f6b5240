import * as Args from '@oclif/core/args';
import { BaseCommand } from '../cli/base-command.js';
import { readAsset } from '../host/package-assets.js';

export default class Schema extends BaseCommand {
  static override summary = 'Print the JSON Schema of manifests, or of mcpgen.yaml, for editors.';
  static override description =
    'Editors with a YAML language server read it from the comment `# yaml-language-server: $schema=<path>` that init writes.';
  static override examples = ['<%= config.bin %> schema', '<%= config.bin %> schema mcpgen > mcpgen.schema.json'];
  static override args = {
    format: Args.string({ options: ['manifest', 'mcpgen'], default: 'manifest', description: 'Which file format.' }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(Schema);
    this.print(readAsset(`schemas/${args.format}.schema.json`));
  }
}

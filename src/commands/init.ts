import path from 'node:path';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BaseCommand } from '../cli/base-command.js';
import { UsageError } from '../cli/usage-error.js';
import { locateNewFolder } from '../host/new-folder.js';
import { createNodeHost } from '../host/node-host.js';
import { packageRoot } from '../host/package-assets.js';
import { mcpgenDependency } from '../init/mcpgen-dependency.js';
import { nextSteps } from '../init/next-steps.js';
import { nameFromFolder, nameProblem } from '../init/project-name.js';
import { scaffold } from '../init/scaffold.js';
import { readVersions } from '../init/versions.js';
import { writeScaffold } from '../init/write-scaffold.js';

export default class Init extends BaseCommand {
  static override summary = 'Create a complete, runnable project.';
  static override description =
    'Writes a contract with one worked example, its handler and test, and everything that is needed to build, test and serve it. Asks nothing, downloads nothing, and replaces no file.';
  static override examples = [
    { description: 'A project in a new folder', command: '<%= config.bin %> init support-desk' },
    { description: 'Here, without the example', command: '<%= config.bin %> init --bare --name support-desk' },
  ];
  static override args = {
    dir: Args.string({ description: 'The folder of the new project; created when it is absent.', default: '.' }),
  };
  static override flags = {
    name: Flags.string({ summary: "The server's and the package's name. Default: the folder's.", helpValue: '<name>' }),
    bare: Flags.boolean({ summary: 'Leave out the example tool.', default: false }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Init);
    const dir = path.resolve(flags.dir, args.dir);
    const folder = locateNewFolder(dir);
    if (folder === undefined)
      throw new UsageError(`${JSON.stringify(args.dir)} cannot be a folder: a file is in the way`);
    const name = flags.name ?? nameFromFolder(path.basename(folder.path));
    const problem = nameProblem(name);
    if (problem !== undefined) throw new UsageError(`--name cannot be ${JSON.stringify(name)}: ${problem}`);

    const packageFiles = createNodeHost(packageRoot);
    const versions = readVersions(packageFiles);
    const place = { packageRoot: path.resolve(packageRoot), projectRoot: folder.path, version: versions.mcpgen };
    const files = scaffold(packageFiles, { name, bare: flags.bare, versions, mcpgen: mcpgenDependency(place, path) });
    const report = writeScaffold(createNodeHost(folder.existing), folder.below, files);

    await this.report(report, { ...flags, dir });
    if (report.diagnostics.length > 0 || flags.format !== 'pretty') return;
    this.printError(
      `\nThe project ${name} is ready. Next:\n${nextSteps(path.relative(process.cwd(), dir), process.platform)}`,
    );
  }
}

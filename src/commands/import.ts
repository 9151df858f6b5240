import path from 'node:path';
import * as Args from '@oclif/core/args';
import { BaseCommand, maxWarningsFlag } from '../cli/base-command.js';
import { exitCodeOf, hasTooManyWarnings } from '../cli/exit-code.js';
import type { ReportFlags } from '../cli/print-report.js';
import { renderReport } from '../cli/report.js';
import { UsageError } from '../cli/usage-error.js';
import type { Result } from '../diagnostics/result.js';
import type { SourceFile } from '../diagnostics/source-file.js';
import { HostError } from '../host/host.js';
import { createNodeHost } from '../host/node-host.js';
import { addToProject, type ImportReport } from '../import/add-to-project.js';
import { describeImport } from '../import/describe-import.js';
import { toRecord } from '../import/import-note.js';
import { noOffers } from '../import/import-tools.js';
import { decodeInput, maxInputBytes, tooLarge } from '../import/read-input.js';

export default class Import extends BaseCommand {
  static override summary = 'Add the tools, resources and prompts of a server that exists to the manifests.';
  static override description =
    'Takes the answer to `tools/list`, `resources/list`, `resources/templates/list` or `prompts/list` as JSON (or an object with several of these lists) and writes it to the manifests folder as YAML, in new files. Whatever differs from the answer is reported; what cannot be imported is left out with a warning. Fails when nothing could be imported.';
  static override examples = [
    { description: 'An answer in a file', command: '<%= config.bin %> import tools.json' },
    {
      description: 'From standard input, into another project',
      command: '<%= config.bin %> import - --dir support-desk',
    },
  ];
  static override args = {
    file: Args.string({ description: 'The JSON file; `-` for standard input.', required: true }),
  };
  static override flags = { ...maxWarningsFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Import);
    const folder = this.projectFolder(flags.dir);
    const input = args.file === '-' ? await readStandardInput() : readInputFile(args.file, folder);
    const report: ImportReport = input.ok
      ? addToProject(createNodeHost(folder), input.value, path.basename(folder))
      : { imported: 0, offers: noOffers, notes: [], files: [], diagnostics: input.diagnostics };
    if (flags.format === 'json') await this.#reportJson(report, flags);
    else if (flags.format === 'pretty') await this.#reportPretty(report, flags);
    else await this.report(report, flags);
  }

  /** Hundreds of tools share a few remarks: they are grouped, and only errors show their place. */
  async #reportPretty(report: ImportReport, flags: ReportFlags): Promise<void> {
    this.printError(describeImport(report));
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
    const exit = { maxWarnings: flags['max-warnings'] };
    if (errors.length > 0) await this.report({ diagnostics: errors, files: [] }, flags);
    if (hasTooManyWarnings(report, exit)) {
      this.printError(`error: more warnings than --max-warnings ${exit.maxWarnings} allows\n`);
    }
    process.exitCode = exitCodeOf(report, exit);
  }

  /** The object of every command, with `imported` and `notes`. */
  async #reportJson(report: ImportReport, flags: ReportFlags): Promise<void> {
    const exit = { maxWarnings: flags['max-warnings'] };
    process.exitCode = exitCodeOf(report, exit);
    const colour = { stdout: false, stderr: false };
    const place = path.relative(process.cwd(), path.resolve(flags.dir)).split(path.sep).join('/');
    const rendered = await renderReport(report, {
      format: 'json',
      exit,
      version: this.config.version,
      folder: place,
      colour,
    });
    const own = { imported: report.imported, ...report.offers, notes: report.notes.map(toRecord) };
    this.printError(rendered.stderr);
    this.print(`${JSON.stringify({ ...own, ...JSON.parse(rendered.stdout) }, null, 2)}\n`);
  }
}

/** The file's path is kept relative to the project, as all paths in reports are. */
function readInputFile(file: string, folder: string): Result<SourceFile> {
  const full = path.resolve(file);
  const name = path.relative(folder, full).split(path.sep).join('/');
  try {
    const bytes = createNodeHost(path.dirname(full)).readFile(path.basename(full), { maxBytes: maxInputBytes });
    if (bytes === undefined) throw new UsageError(`there is no file ${JSON.stringify(file)}`);
    return decodeInput(name, bytes);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    if (error.systemCode === 'EFBIG') return tooLarge(name, maxInputBytes + 1);
    throw new UsageError(`cannot read ${JSON.stringify(file)} (${error.systemCode}); \`-\` reads standard input`);
  }
}

async function readStandardInput(): Promise<Result<SourceFile>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : (chunk as Uint8Array);
    size += bytes.length;
    if (size > maxInputBytes) return tooLarge('standard input', size);
    chunks.push(bytes);
  }
  return decodeInput('standard input', Buffer.concat(chunks));
}

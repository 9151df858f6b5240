import { buildProject } from '../../../src/cli/build-project.js';
import { checkProject, describeFixes } from '../../../src/cli/check-project.js';
import { exitCodeOf } from '../../../src/cli/exit-code.js';
import { FORMATS, type Format, type Rendered, type Report, renderReport } from '../../../src/cli/report.js';
import { createMemoryHost, type MemoryHost } from '../../../src/host/memory-host.js';
import { createNodeHost } from '../../../src/host/node-host.js';
import { packageRoot, readOwnPackage } from '../../../src/host/package-assets.js';
import { addToProject, type ImportReport } from '../../../src/import/add-to-project.js';
import { describeImport } from '../../../src/import/describe-import.js';
import { noOffers } from '../../../src/import/import-tools.js';
import { decodeInput } from '../../../src/import/read-input.js';
import { scaffold } from '../../../src/init/scaffold.js';
import { readVersions } from '../../../src/init/versions.js';
import { writeScaffold } from '../../../src/init/write-scaffold.js';
import type { GoldenCase } from './golden-case.js';

/** What a command printed and how it ended, in every format. */
export interface Outcome {
  readonly report: Report;
  readonly rendered: Readonly<Record<Format, Rendered>>;
  readonly exitCode: number;
  /** The project afterwards. */
  readonly host: MemoryHost;
}

/** Runs the command of a case on its project, in memory and in this process. */
export async function runCase(golden: GoldenCase): Promise<Outcome> {
  const host = createMemoryHost(Object.fromEntries(golden.project));
  if (golden.edits !== undefined) await buildAndEdit(golden, host);
  const [command, ...rest] = golden.argv;
  const check = rest.includes('--check');
  let report: Report;
  let prettyText = '';
  if (command === 'check') {
    const checked = checkProject(host, { fix: rest.includes('--fix') });
    report = { diagnostics: checked.diagnostics, files: checked.files };
    prettyText = describeFixes(checked.fixed);
  } else if (command === 'build') report = await buildProject(host, { check, force: rest.includes('--force') });
  else if (command === 'import') {
    const imported = importFile(host, String(rest[0]));
    report = imported;
    prettyText = describeImport(imported);
  } else if (command === 'init') report = initProject(host);
  else throw new Error(`${golden.name}: golden cases know check, build, import and init, not ${String(command)}`);

  const limit = rest.indexOf('--max-warnings');
  const exit = { check, maxWarnings: limit === -1 ? undefined : Number(rest[limit + 1]) };
  const render = (format: Format): Promise<Rendered> =>
    renderReport(report, {
      format,
      exit,
      version: readOwnPackage().version,
      folder: '',
      colour: { stdout: false, stderr: false },
    });
  const each = await Promise.all(FORMATS.map(async (format) => [format, await render(format)]));
  const rendered = Object.fromEntries(each) as Record<Format, Rendered>;
  if (command === 'check') rendered.pretty = { ...rendered.pretty, stderr: prettyText + rendered.pretty.stderr };
  if (command === 'import') rendered.pretty = await importPretty(report, prettyText);
  return { report, rendered, exitCode: exitCodeOf(report, exit), host };
}

async function buildAndEdit({ name, edits, removed }: GoldenCase, host: MemoryHost): Promise<void> {
  const { diagnostics } = await buildProject(host, { check: false, force: false });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`${name}: the first build fails: ${errors.map((each) => each.message)}`);
  for (const path of removed) {
    if (host.kindOf(path) === 'absent') throw new Error(`${name}: there is no ${path} to remove`);
    host.remove(path);
  }
  for (const [path, bytes] of edits ?? []) host.writeFile(path, bytes);
}

function importFile(host: MemoryHost, path: string): ImportReport {
  const input = decodeInput(path, host.readFile(path) ?? new Uint8Array());
  if (!input.ok) return { imported: 0, offers: noOffers, notes: [], diagnostics: input.diagnostics, files: [] };
  return addToProject(host, input.value, 'project');
}

function initProject(host: MemoryHost): Report {
  const packageFiles = createNodeHost(packageRoot);
  const versions = readVersions(packageFiles);
  const options = { name: 'project', bare: false, versions, mcpgen: versions.mcpgen };
  return writeScaffold(host, '', scaffold(packageFiles, options));
}

/** As the command does: remarks in words, and only errors as findings. */
async function importPretty(report: Report, words: string): Promise<Rendered> {
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return { stdout: '', stderr: words };
  const options = {
    format: 'pretty',
    exit: {},
    version: '',
    folder: '',
    colour: { stdout: false, stderr: false },
  } as const;
  const { stderr } = await renderReport({ diagnostics: errors, files: [] }, options);
  return { stdout: '', stderr: words + stderr };
}

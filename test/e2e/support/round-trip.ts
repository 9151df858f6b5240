import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildProject } from '../../../src/cli/build-project.js';
import type { Report } from '../../../src/diagnostics/reporters/report.js';
import { SourceFile } from '../../../src/diagnostics/source-file.js';
import { createNodeHost } from '../../../src/host/node-host.js';
import { packageRoot } from '../../../src/host/package-assets.js';
import { addToProject, type ImportReport } from '../../../src/import/add-to-project.js';
import type { Answer } from './answers.js';
import { emitted } from './compilers.js';

/** A folder for projects, with the dependencies of generated code: there between `open` and `remove`. */
export interface Workshop {
  readonly folder: string;
  readonly open: () => void;
  readonly remove: () => void;
}

export function planWorkshop(): Workshop {
  const folder = join(realpathSync(tmpdir()), `mcpgen-e2e-${randomUUID()}`);
  const open = (): void => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  };
  return { folder, open, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What became of an answer on disk. */
export interface Imported {
  readonly report: ImportReport;
  readonly build: Report;
}

/** Imports an answer into a new project below the folder, and builds it. */
export async function importAndBuild(folder: string, { name, text }: Answer): Promise<Imported> {
  const root = join(folder, name);
  mkdirSync(root);
  const host = createNodeHost(root);
  const report = addToProject(host, new SourceFile(`${name}.json`, text), name);
  const build = await buildProject(host, { check: false, force: false });
  // Listeners for signals are taken away in later turns of the event loop.
  await nextTurn();
  await nextTurn();
  return { report, build };
}

/** The entry file of a project that `typeCheck` has emitted. */
export function emittedMain(folder: string, name: string): string {
  return join(folder, emitted, name, 'src/main.js');
}

/** All emitted projects, served over HTTP by one process. */
export interface HttpServers {
  readonly urls: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

export async function serveAll(folder: string, names: readonly string[]): Promise<HttpServers> {
  const script = fileURLToPath(new URL('../fixtures/serve-all.mjs', import.meta.url));
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [script, join(folder, emitted), ...names]);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const exit = once(child, 'exit');
  const { value, done } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (done === true) throw new Error(`the servers did not start: ${errors}`);
  const close = async (): Promise<void> => {
    child.stdin.end();
    const [code] = await exit;
    if (code !== 0 || errors !== '') throw new Error(`the servers ended with ${String(code)} and said: ${errors}`);
  };
  return { urls: JSON.parse(value) as Record<string, string>, close };
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildProject } from '../../../src/cli/build-project.js';
import type { Report } from '../../../src/diagnostics/reporters/report.js';
import { SourceFile } from '../../../src/diagnostics/source-file.js';
import { createNodeHost } from '../../../src/host/node-host.js';
import { addToProject, type ImportReport } from '../../../src/import/add-to-project.js';
import type { Answer } from './answers.js';

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

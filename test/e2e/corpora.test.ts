import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers, realAnswers } from './support/answers.js';
import { mcpgen } from './support/cli.js';
import { typeCheck, typeChecks } from './support/compilers.js';
import { type Comparison, compare, expectationsOf } from './support/expected.js';
import { inParallel } from './support/in-parallel.js';
import {
  emittedMain,
  type HttpServers,
  type Imported,
  importAndBuild,
  planWorkshop,
  serveAll,
} from './support/round-trip.js';
import { type Row, renderPage, type Served, transports } from './support/table.js';
import { bytesOf } from './support/tree.js';
import { type Era, listOverHttp, listOverStdio } from './support/wire.js';

/** Answers of real servers, imported, built, type-checked and served again: issue 2, done-when 2. */
const names = answers.map(({ name }) => name);
const byName = new Map(answers.map((answer) => [answer.name, answer]));
const page = new URL('../../docs/corpora.md', import.meta.url);
const workshop = planWorkshop();
const projects = new Map<string, Imported>();
const errors = new Map<string, string>();
const served = new Map<string, Map<Served, Comparison>>();
let http: HttpServers;

const minutes = 60_000;

beforeAll(async () => {
  workshop.open();
  for (const answer of answers) projects.set(answer.name, await importAndBuild(workshop.folder, answer));
}, 5 * minutes);

afterAll(async () => {
  await http?.close();
  workshop.remove();
}, minutes);

function projectOf(name: string): Imported {
  const project = projects.get(name);
  if (project === undefined) throw new Error(`${name} was not built`);
  return project;
}

test.each(names)('%s: all tools are imported, and the project builds', (name) => {
  const { report, build } = projectOf(name);
  expect(report.imported).toBe(byName.get(name)?.tools.length);
  expect(build.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(new Set(build.files.map(({ status }) => status))).toEqual(new Set(['created']));
});

test('the command line makes the same project', async () => {
  // The made-up answers are there in every checkout.
  const answer = answers.find(({ name }) => name === 'everything') ?? answers[0];
  if (answer === undefined) throw new Error('there is no answer');
  const folder = join(workshop.folder, 'by-command');
  mkdirSync(join(folder, answer.name), { recursive: true });
  const imported = await mcpgen(folder, 'import', fileURLToPath(answer.url), '--dir', answer.name);
  expect(imported).toMatchObject({ code: 0, stdout: '' });
  expect(imported.stderr).toContain(`imported ${answer.tools.length} tools`);
  expect(await mcpgen(folder, 'build', '--dir', answer.name)).toMatchObject({ code: 0 });
  expect(bytesOf(join(folder, answer.name))).toEqual(bytesOf(join(workshop.folder, answer.name)));
  rmSync(folder, { recursive: true });
});

test(
  'every compiler finds the code of all corpora free of errors, whichever way it resolves modules',
  async () => {
    const [newest, ...others] = typeChecks;
    if (newest === undefined) throw new Error('there is no compiler');
    expect(typeChecks.map(({ title }) => title)).toEqual([
      'TypeScript 7.0, NodeNext',
      'TypeScript 7.0, Bundler',
      'TypeScript 6.0, NodeNext',
      'TypeScript 6.0, Bundler',
      'TypeScript 5.9, NodeNext',
      'TypeScript 5.9, Bundler',
    ]);
    // The first also makes the JavaScript, so that what is served is what has been checked.
    errors.set(newest.title, await typeCheck(workshop.folder, newest, true));
    await inParallel(others, 2, async (check) => {
      errors.set(check.title, await typeCheck(workshop.folder, check, false));
    });
    expect(Object.fromEntries(errors)).toEqual(Object.fromEntries(typeChecks.map(({ title }) => [title, ''])));
  },
  10 * minutes,
);

test(
  'all servers start on free ports',
  async () => {
    http = await serveAll(workshop.folder, names);
    expect(Object.keys(http.urls)).toEqual(names);
  },
  minutes,
);

test.each(names)('%s: both eras are served the original tools, or those that import announced', async (name) => {
  const answer = byName.get(name);
  if (answer === undefined) throw new Error(`there is no answer ${name}`);
  const expectations = expectationsOf(answer, projectOf(name).report.notes);
  const main = emittedMain(workshop.folder, name);
  const results = new Map<Served, Comparison>();
  served.set(name, results);
  await inParallel(transports, 4, async (transport) => {
    const [kind, era] = transport.split(' ') as ['stdio' | 'http', Era];
    const tools = kind === 'stdio' ? await listOverStdio(main, era) : await listOverHttp(http.urls[name] ?? '', era);
    results.set(transport, compare(tools, expectations, era));
  });
  for (const { wrong, equal, asReported } of results.values()) {
    expect(wrong[0]?.served).toEqual(wrong[0]?.expected);
    expect(wrong).toEqual([]);
    expect(equal + asReported).toBe(answer.tools.length);
  }
});

test.skipIf(realAnswers.length === 0)('of the real tools, all but those without a root type are as they were', () => {
  const total = realAnswers.reduce((sum, { tools }) => sum + tools.length, 0);
  expect([realAnswers.length, total]).toEqual([38, 2550]);
  for (const transport of transports) {
    const differing = realAnswers.flatMap(({ name }) => {
      const count = served.get(name)?.get(transport)?.asReported ?? Number.NaN;
      return count === 0 ? [] : [[name, count]];
    });
    // Besides the nine: a server that sends an annotation of its own with each of its tools.
    expect(differing).toEqual([
      ['chrome-devtools', 32],
      ['ref-gitlab', 9],
    ]);
  }
});

test.skipIf(realAnswers.length === 0)('docs/corpora.md says what was found here', () => {
  const rows = realAnswers.map(
    (answer): Row => ({
      answer,
      imported: projectOf(answer.name).report.imported,
      notes: projectOf(answer.name).report.notes,
      clean: typeChecks.filter(({ title }) => !hasErrorIn(answer.name, errors.get(title) ?? `${answer.name}/`)).length,
      served: served.get(answer.name) ?? new Map(),
    }),
  );
  const text = renderPage(
    rows,
    typeChecks.map(({ title }) => title),
  );
  console.info(text.slice(text.indexOf('\n|')));
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, text);
  expect(readFileSync(page, 'utf8').replaceAll('\r\n', '\n')).toBe(text);
});

/** Whether a compiler complains about a file of this project. */
function hasErrorIn(name: string, output: string): boolean {
  return output.split('\n').some((line) => line.startsWith(`${name}/`));
}

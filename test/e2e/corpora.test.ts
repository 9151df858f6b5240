import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers, offersMore, realAnswers } from './support/answers.js';
import { askForAll, expectedReplies, listAll, type Reply } from './support/ask-all.js';
import { buildAll, type Imported } from './support/build-all.js';
import { mcpgen } from './support/cli.js';
import { typeCheck, typeChecks } from './support/compilers.js';
import { type Comparison, compare, expectationsOf } from './support/expected.js';
import { inParallel } from './support/in-parallel.js';
import { bySection, type Lists, type Section, sections } from './support/sections.js';
import { emittedMain, type HttpServers, serveAll } from './support/serve-all.js';
import { shareRuntime } from './support/share-runtime.js';
import { type Row, renderPage, type Served, transports } from './support/table.js';
import { bytesOf } from './support/tree.js';
import { type Connection, type Era, overHttp, overStdio } from './support/wire.js';
import { planWorkshop } from './support/workshop.js';

/** Answers of real servers, imported, built, type-checked and served again: issue 2, done-when 2. */
const names = answers.map(({ name }) => name);
const byName = new Map(answers.map((answer) => [answer.name, answer]));
const page = new URL('../../docs/corpora.md', import.meta.url);
const workshop = planWorkshop();
const served = new Map<string, Map<Served, Readonly<Record<Section, Comparison>>>>();
let projects: ReadonlyMap<string, Imported>;
let http: HttpServers;

/** Every kind of generated module is in these. */
const some = answers.filter(offersMore).map(({ name }) => name);
/**
 * Each compiler checks all corpora. How modules are resolved does not depend on what they say, so that the older two, which take several
 * times as long, do that in one way each, and check some in the other.
 */
const checksOfSome = ['TypeScript 6.0, Bundler', 'TypeScript 5.9, NodeNext'];
const checks = typeChecks.map((check) => ({ ...check, projects: checksOfSome.includes(check.title) ? some : names }));
const errors = new Map<string, string>();

const minutes = 60_000;

beforeAll(async () => {
  workshop.open();
  projects = await buildAll(workshop.folder, answers);
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

test.each(names)('%s: everything is imported, and the project builds', (name) => {
  const project = projectOf(name);
  expect(project.imported).toEqual(bySection((section) => byName.get(name)?.[section].length));
  expect(project.errors).toEqual([]);
  expect(project.statuses).toEqual(['created']);
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
    expect(checks.map(({ title, projects }) => `${title}: ${projects === names ? 'all' : 'some'}`)).toEqual([
      'TypeScript 7.0, NodeNext: all',
      'TypeScript 7.0, Bundler: all',
      'TypeScript 6.0, NodeNext: all',
      'TypeScript 6.0, Bundler: some',
      'TypeScript 5.9, NodeNext: some',
      'TypeScript 5.9, Bundler: all',
    ]);
    const [first, second, ...older] = checks;
    if (first === undefined || second === undefined) throw new Error('there is no compiler');
    // The first also makes the JavaScript, so that what is served is what has been checked.
    errors.set(first.title, await typeCheck(workshop.folder, first, true));
    const { shared } = shareRuntime(workshop.folder, names);
    const run = async (check: (typeof checks)[number]): Promise<void> => {
      errors.set(check.title, await typeCheck(workshop.folder, check, false, { shared, projects: check.projects }));
    };
    // The longest first; the newest compiler uses all processors by itself.
    await inParallel(
      [...older].sort((a, b) => b.projects.length - a.projects.length),
      2,
      run,
    );
    await run(second);
    expect(Object.fromEntries(errors)).toEqual(Object.fromEntries(checks.map(({ title }) => [title, ''])));
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

test.each(names)('%s: both eras are served the original, or what import announced, and stubs say so', async (name) => {
  const answer = byName.get(name);
  if (answer === undefined) throw new Error(`there is no answer ${name}`);
  const expectations = expectationsOf(answer, projectOf(name).notes);
  const main = emittedMain(workshop.folder, name);
  const results = new Map<Served, Readonly<Record<Section, Comparison>>>();
  served.set(name, results);
  await inParallel(transports, 4, async (transport) => {
    const [kind, era] = transport.split(' ') as ['stdio' | 'http', Era];
    const talk = async (connection: Connection): Promise<{ lists: Lists; said: Reply[] }> => {
      const lists = await listAll(connection);
      return { lists, said: await askForAll(connection, answer, era) };
    };
    const { lists, said } = await (kind === 'stdio'
      ? overStdio(main, era, talk)
      : overHttp(http.urls[name] ?? '', era, talk));
    results.set(transport, compare(lists, expectations, era));
    expect(said).toEqual(expectedReplies(answer, era));
  });
  for (const compared of results.values()) {
    for (const section of sections) {
      const { wrong, equal, asReported } = compared[section];
      expect(wrong[0]?.served).toEqual(wrong[0]?.expected);
      expect(wrong).toEqual([]);
      expect(equal + asReported).toBe(answer[section].length);
    }
  }
});

test.skipIf(realAnswers.length === 0)('of the real servers, all but what import announced is as it was', () => {
  const totals = bySection((section) => realAnswers.reduce((sum, answer) => sum + answer[section].length, 0));
  expect([realAnswers.length, realAnswers.filter(offersMore).length]).toEqual([38, 10]);
  expect(totals).toEqual({ tools: 2550, resources: 27, resourceTemplates: 4, prompts: 8 });
  for (const transport of transports) {
    const of = (name: string, section: Section) => served.get(name)?.get(transport)?.[section];
    const equal = bySection((section) =>
      realAnswers.reduce((sum, { name }) => sum + (of(name, section)?.equal ?? 0), 0),
    );
    expect(equal).toEqual({ tools: 2509, resources: 27, resourceTemplates: 4, prompts: 7 });
    const differing = bySection((section) =>
      realAnswers.flatMap(({ name }) => {
        const count = of(name, section)?.asReported ?? Number.NaN;
        return count === 0 ? [] : [[name, count]];
      }),
    );
    expect(differing).toEqual({
      // A server that sends an annotation of its own with each of its tools, and one whose schemas have no root type.
      tools: [
        ['chrome-devtools', 32],
        ['ref-gitlab', 9],
      ],
      resources: [],
      resourceTemplates: [],
      // An argument has a `default`.
      prompts: [['kubernetes', 1]],
    });
  }
});

test.skipIf(realAnswers.length === 0)('docs/corpora.md says what was found here', () => {
  const rows = realAnswers.map((answer): Row => {
    const own = checks.filter(({ projects }) => projects.includes(answer.name));
    return {
      ...projectOf(answer.name),
      answer,
      checks: own.length,
      clean: own.filter(({ title }) => !hasErrorIn(answer.name, errors.get(title) ?? `${answer.name}/`)).length,
      served: served.get(answer.name) ?? new Map(),
    };
  });
  const titles = (isOfAll: boolean): string[] =>
    checks.filter(({ projects }) => (projects === names) === isOfAll).map(({ title }) => title);
  const text = renderPage(rows, { ofAll: titles(true), ofSome: titles(false) });
  console.info(text.slice(text.indexOf('\n|')));
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, text);
  expect(readFileSync(page, 'utf8').replaceAll('\r\n', '\n')).toBe(text);
});

/** Whether a compiler complains about a file of this project, or of the runtime. */
function hasErrorIn(name: string, output: string): boolean {
  return output.split('\n').some((line) => line.startsWith(`${name}/`) || line.startsWith('shared/'));
}

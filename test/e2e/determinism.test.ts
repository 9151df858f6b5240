import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toolNames } from '../../src/model/names.js';
import { answers } from './support/answers.js';
import { mcpgen } from './support/cli.js';
import { importAndBuild } from './support/round-trip.js';
import { build, rearrangedProject, smallProject, writeFiles } from './support/small-project.js';
import { bytesOf, changedPaths, stampsOf } from './support/tree.js';
import { planWorkshop } from './support/workshop.js';

/** Same contract, same bytes; and nothing is touched that need not be: issue 2, done-when 3. */
const workshop = planWorkshop();
afterAll(() => workshop.remove());

/** A project of 49 tools in a developer's checkout, a made-up one elsewhere. */
const answer = answers.find(({ name }) => name === 'mongodb') ?? answers[0];
const projects = ['small', answer?.name ?? ''];
const [small = '', large = ''] = projects.map((name) => join(workshop.folder, name));

beforeAll(async () => {
  workshop.open();
  writeFiles(small, smallProject);
  await build(small);
  if (answer === undefined) throw new Error('there is no answer');
  await importAndBuild(workshop.folder, answer);
});

/** What a build made of the manifests; how those are split over files is no part of it. */
function outputOf(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(bytesOf(folder)).filter(([path]) => !path.startsWith('manifests/')));
}

test.each(projects)('%s: a second build writes nothing', async (name) => {
  const folder = join(workshop.folder, name);
  const before = stampsOf(folder);
  const { files } = await build(folder);
  expect(new Set(files.map(({ status }) => status))).toEqual(new Set(['unchanged']));
  expect(stampsOf(folder)).toEqual(before);
});

test('the same contract in other files, another order and another style gives the same bytes', async () => {
  const folder = join(workshop.folder, 'elsewhere/deeper/rearranged');
  writeFiles(folder, rearrangedProject);
  await build(folder);
  expect(Object.keys(outputOf(folder)).length).toBeGreaterThan(30);
  expect(outputOf(folder)).toEqual(outputOf(small));
});

/** The sections of one file: tools, resources, prompts. */
type Manifest = Readonly<Record<string, readonly { readonly name: string }[]>>;

test('so it does for tools of a real server, each in a file of its own, in reverse order', async () => {
  const folder = join(workshop.folder, 'one by one');
  mkdirSync(folder);
  writeFiles(folder, { 'mcpgen.yaml': readFileSync(join(large, 'mcpgen.yaml'), 'utf8') });
  const manifests = Object.keys(bytesOf(join(large, 'manifests')));
  const entries = manifests.flatMap((path) => {
    const sections = parse(readFileSync(join(large, 'manifests', path), 'utf8'), { schema: 'core' }) as Manifest;
    return Object.entries(sections).flatMap(([section, list]) => list.map((entry) => ({ section, entry })));
  });
  expect(entries.filter(({ section }) => section === 'tools').length).toBe(answer?.tools.length);
  for (const [index, { section, entry }] of entries.entries()) {
    const path = `manifests/${index % 3}/${String(entries.length - index).padStart(3, '0')}.yaml`;
    writeFiles(folder, { [path]: JSON.stringify({ [section]: [entry] }) });
  }
  await build(folder);
  expect(outputOf(folder)).toEqual(outputOf(large));
});

test.each(projects)('%s: one more tool touches its own files, and those that list all tools', async (name) => {
  const folder = join(workshop.folder, name);
  const before = stampsOf(folder);
  const manifest = 'manifests/more/one.yaml';
  writeFiles(folder, { [manifest]: 'tools: [{ name: one.more, inputSchema: { type: object } }]\n' });
  const { files } = await build(folder);
  const { file } = toolNames('one.more');
  const created = [`generated/docs/tools/${file}.html`, `generated/tools/${file}.ts`, `src/handlers/${file}.ts`];
  const updated = [
    'generated/client/index.ts',
    'generated/contract.json',
    'generated/docs/assets/tools.js',
    'generated/docs/contract.html',
    'generated/docs/index.html',
    'generated/docs/risk.html',
    'generated/mcpgen.lock',
    'generated/server/handler.ts',
    'generated/server/handlers.ts',
    'generated/tools/index.ts',
  ];
  const pathsOf = (status: string) => files.filter((each) => each.status === status).map(({ path }) => path);
  expect(pathsOf('created')).toEqual(created);
  expect(pathsOf('updated')).toEqual(updated);
  expect(changedPaths(before, stampsOf(folder))).toEqual([...created, ...updated, manifest].sort());

  rmSync(join(folder, 'manifests/more'), { recursive: true });
  rmSync(join(folder, created.at(-1) ?? ''));
  await build(folder);
  expect(bytesOf(folder)).toEqual(
    Object.fromEntries(Object.entries(before).map(([path, each]) => [path, each.split(' ')[0]])),
  );
});

interface Drift {
  readonly status: string;
  readonly path: string;
  readonly make: (path: string) => void;
  readonly diff: readonly string[];
}

const drifts: readonly Drift[] = [
  {
    status: 'stale',
    path: 'generated/tools/index.ts',
    make: () => {
      const manifest = join(small, 'manifests/tickets.yaml');
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('to somebody.', 'to someone.'));
    },
    diff: ["-  description: 'Gives a ticket to somebody.',", "+  description: 'Gives a ticket to someone.',"],
  },
  {
    status: 'missing',
    path: 'generated/tools/index.ts',
    make: (path) => rmSync(path),
    diff: ['--- /dev/null', '@@ -0,0 '],
  },
  {
    status: 'missing',
    path: 'src/handlers/assign_ticket.ts',
    make: (path) => rmSync(path),
    diff: ['--- /dev/null', '@@ -0,0 '],
  },
  {
    status: 'extra',
    path: 'generated/tools/assign_ticket.ts',
    make: () => {
      const manifest = join(small, 'manifests/tickets.yaml');
      const text = readFileSync(manifest, 'utf8');
      writeFileSync(manifest, text.slice(0, text.indexOf('  - name: assign_ticket')));
    },
    diff: ['+++ /dev/null', '-export type AssignTicketInput'],
  },
  {
    status: 'edited',
    path: 'generated/server/index.ts',
    make: (path) => appendFileSync(path, '// mine\n'),
    diff: ['-// mine'],
  },
];

test.each(drifts)(
  'build --check shows a $status file ($path), and writes nothing',
  async ({ status, path, make, diff }) => {
    rmSync(small, { recursive: true });
    writeFiles(small, smallProject);
    await build(small);
    make(join(small, path));
    const before = stampsOf(small);

    const json = await mcpgen(small, 'build', '--check', '--format', 'json');
    expect(json.code).toBe(1);
    expect(stampsOf(small)).toEqual(before);

    const { files } = JSON.parse(json.stdout) as { files: { path: string; status: string; diff?: string }[] };
    const found = files.find((each) => each.path === path);
    expect(found?.status).toBe(status);
    expect(found?.diff).toMatch(/^--- .*\n\+\+\+ .*\n@@ -\d/);
    for (const part of diff) expect(found?.diff).toContain(part);
  },
);

test('build --check shows a file that nobody asked for, takes other line ends, and writes nothing', async () => {
  rmSync(small, { recursive: true });
  writeFiles(small, smallProject);
  await build(small);
  for (const path of Object.keys(bytesOf(small))) {
    writeFileSync(join(small, path), readFileSync(join(small, path), 'utf8').replaceAll('\n', '\r\n'));
  }
  const other = stampsOf(small);
  expect(await mcpgen(small, 'build', '--check')).toMatchObject({ code: 0, stdout: '' });
  expect(stampsOf(small)).toEqual(other);

  writeFileSync(join(small, 'generated/notes.md'), 'mine\n');
  const before = stampsOf(small);
  const { code, stdout } = await mcpgen(small, 'build', '--check', '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout).files).toContainEqual(
    expect.objectContaining({
      path: 'generated/notes.md',
      status: 'extra',
      diff: expect.stringContaining('\n-mine\n'),
    }),
  );
  expect(stampsOf(small)).toEqual(before);
  rmSync(join(small, 'generated/notes.md'));
});

test('build --check prints the diffs of everything that is not fresh, in the order of the paths', async () => {
  writeFiles(small, smallProject);
  await build(small);
  appendFileSync(join(small, 'generated/tools/index.ts'), '// mine\n');
  rmSync(join(small, 'generated/schemas.ts'));
  const { code, stdout } = await mcpgen(small, 'build', '--check');
  expect(code).toBe(1);
  expect(stdout.match(/^(---|\+\+\+) .*$/gm)).toEqual([
    '--- /dev/null',
    '+++ b/generated/schemas.ts',
    '--- a/generated/tools/index.ts',
    '+++ b/generated/tools/index.ts',
  ]);
});

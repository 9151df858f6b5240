import { expect, test } from 'vitest';
import { ProjectCache } from '../../src/cache/project-cache.js';
import { buildProject } from '../../src/cli/build-project.js';
import { checkProject } from '../../src/cli/check-project.js';
import { delegate } from '../../src/host/delegate.js';
import type { Host } from '../../src/host/host.js';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory-host.js';
import { smallProject } from '../e2e/support/small-project.js';
import { type GoldenCase, readCases } from '../support/golden/golden-case.js';
import { memoryStore, sayings } from './support.js';

const options = { check: false, force: false };
const { successes, mistakes } = readCases();
const builds = [...successes, ...mistakes].filter(({ argv }) => argv[0] === 'build' && !argv.includes('--check'));
const checks = [...successes, ...mistakes].filter(({ argv }) => argv[0] === 'check' && !argv.includes('--fix'));

test('there are cases of each kind', () => {
  expect(builds.length).toBeGreaterThan(20);
  expect(checks.length).toBeGreaterThan(100);
});

test.each(builds)('build of $name: what is recalled is what another build says', async (golden) => {
  const host = hostOf(golden);
  const cache = new ProjectCache(memoryStore(), memoryStore(), 'test');
  const first = await buildProject(host, options, cache);
  const before = host.snapshot();
  const recalled = cache.recall(host, 'build');
  // A build that did not end well with the output is not remembered, and neither is one that had to say so.
  const again = await buildProject(host, options);
  expect(host.snapshot()).toEqual(before);
  if (recalled !== undefined) expect(sayings(recalled)).toEqual(sayings(again));
  else
    expect([...again.diagnostics, ...first.diagnostics].map(({ code }) => code)).toEqual(
      expect.arrayContaining([expect.stringMatching(unsettled)]),
    );
});

test.each(checks)('check of $name: what is recalled is what another check says', (golden) => {
  const host = hostOf(golden);
  const cache = new ProjectCache(memoryStore(), memoryStore(), 'test');
  const first = checkProject(host, { fix: false }, cache);
  const recalled = cache.recall(host, 'check');
  if (recalled !== undefined) expect(sayings(recalled)).toEqual(sayings(first));
  else
    expect(first.diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining([expect.stringMatching(unreadable)]),
    );
});

/** What cannot be read, or not as text, is looked at again each time; so is an output that had more than files to be written. */
const unreadable = /^(?:project\/|limits\/|yaml\/not-utf8)/;
const unsettled = /^(?:project\/|limits\/|yaml\/not-utf8|output\/|handlers\/(?:not-a-file|unreadable|syntax))/;

type Change = (host: MemoryHost) => void;

const changes: Readonly<Record<string, Change>> = {
  'a manifest is edited': (host) => edit(host, 'manifests/tickets.yaml', (text) => text.replace('Opens', 'Starts')),
  'a manifest gets another line end': (host) =>
    edit(host, 'manifests/tickets.yaml', (text) => text.replace('\n', '\r\n')),
  'a manifest is added': (host) => write(host, 'manifests/more.yaml', 'tools: []\n'),
  'a manifest is removed': (host) => host.remove('manifests/shared/all.yaml'),
  'mcpgen.yaml is edited': (host) => edit(host, 'mcpgen.yaml', (text) => text.replace('1.4.0', '1.4.1')),
  'a handler is edited': (host) => edit(host, 'src/handlers/assign_ticket.ts', (text) => `${text}\n// mine\n`),
  'a handler is removed': (host) => host.remove('src/handlers/assign_ticket.ts'),
  'a handler is added': (host) => write(host, 'src/handlers/other.ts', 'export const other = 1;\n'),
  'a generated file is edited': (host) => edit(host, 'generated/contract.json', (text) => `${text} `),
  'a generated file is removed': (host) => host.remove('generated/contract.json'),
  'a file is added to the output': (host) => write(host, 'generated/mine.ts', ''),
  'the lock file is edited': (host) => edit(host, 'generated/mcpgen.lock', (text) => text.replace('mcpgen', 'mcpgem')),
  'a generated file becomes a link': (host) => {
    host.rename('generated/contract.json', 'elsewhere.json');
    host.addLink('generated/contract.json', '../elsewhere.json');
  },
  'another build is at work': (host) => write(host, '.mcpgen-generated.lock', ''),
  'a killed build left its folder': (host) => write(host, '.mcpgen-generated/next/a.ts', ''),
};

test.each(Object.entries(changes))('nothing is recalled when %s', async (_, change) => {
  const { host, cache } = await built();
  expect(cache.recall(host, 'build')).toBeDefined();
  change(host);
  expect(cache.recall(host, 'build')).toBeUndefined();
});

test('what goes back to how it was is recalled', async () => {
  const { host, cache } = await built();
  const before = host.textOf('manifests/tickets.yaml') ?? '';
  edit(host, 'manifests/tickets.yaml', (text) => text.replace('Opens', 'Starts'));
  await buildProject(host, options, cache);
  const started = cache.recall(host, 'build');
  expect(started).toBeDefined();
  write(host, 'manifests/tickets.yaml', before);
  await buildProject(host, options, cache);
  expect(cache.recall(host, 'build')).toBeDefined();
});

test('an output with the line ends of another system is the same', async () => {
  const { host, cache } = await built();
  edit(host, 'generated/contract.json', (text) => text.replaceAll('\n', '\r\n'));
  expect(cache.recall(host, 'build')).toBeDefined();
});

test('another compiler recalls nothing', async () => {
  const host = createMemoryHost(smallProject);
  const store = memoryStore();
  await buildProject(host, options, new ProjectCache(store, store, 'one'));
  expect(new ProjectCache(store, store, 'one').recall(host, 'build')).toBeDefined();
  expect(new ProjectCache(store, store, 'two').recall(host, 'build')).toBeUndefined();
});

test('a stale output under --check is not remembered as fresh', async () => {
  const host = createMemoryHost(smallProject);
  const cache = new ProjectCache(memoryStore(), memoryStore(), 'test');
  const report = await buildProject(host, { check: true, force: false }, cache);
  expect(report.diagnostics.map(({ code }) => code)).toContain('output/stale');
  expect(cache.recall(host, 'build')).toBeUndefined();
});

test('a check does not answer for a build', async () => {
  const host = createMemoryHost(smallProject);
  const cache = new ProjectCache(memoryStore(), memoryStore(), 'test');
  checkProject(host, { fix: false }, cache);
  expect(cache.recall(host, 'check')).toBeDefined();
  expect(cache.recall(host, 'build')).toBeUndefined();
});

test('a manifest that is saved while the build runs is not taken for the one that was built', async () => {
  const host = createMemoryHost(smallProject);
  const cache = new ProjectCache(memoryStore(), memoryStore(), 'test');
  const save = () => edit(host, 'manifests/tickets.yaml', (text) => text.replace('Opens', 'Starts'));
  const built = await buildProject(savingAfter(host, 'manifests/tickets.yaml', save), options, cache);
  expect(built.files.length).toBeGreaterThan(0);
  expect(host.textOf('generated/contract.json')).toContain('Opens');
  expect(host.textOf('manifests/tickets.yaml')).toContain('Starts');
  expect(cache.recall(host, 'build')).toBeUndefined();
});

test('what a build finds out is not remembered for an mcpgen.yaml that is saved while it runs', async () => {
  const lint = (rules: string) => `${smallProject['mcpgen.yaml']}lint: { ruleset: none, rules: { ${rules} } }\n`;
  const host = createMemoryHost({ ...smallProject, 'mcpgen.yaml': lint('') });
  const cache = new ProjectCache(memoryStore(), memoryStore(), 'test');
  const save = () => write(host, 'mcpgen.yaml', lint('missing-output-schema: warning'));
  await buildProject(savingAfter(host, 'manifests/tickets.yaml', save), options, cache);
  const { diagnostics } = await buildProject(host, options, cache);
  expect(diagnostics.map(({ code }) => code)).toContain('lint/missing-output-schema');
});

/** A host on which somebody saves something just after one file has been read for the first time. */
function savingAfter(host: MemoryHost, path: string, save: () => void): Host {
  let isDue = true;
  const reading = <T>(from: string, read: () => T): T => {
    const bytes = read();
    if (isDue && from === path) {
      isDue = false;
      save();
    }
    return bytes;
  };
  return {
    ...delegate(host),
    readFile: (from, how) => reading(from, () => host.readFile(from, how)),
    *readFolder(folder) {
      for (const each of host.readFolder(folder)) {
        yield { ...each, read: (how) => reading(each.path, () => each.read(how)) };
      }
    },
  };
}

async function built() {
  const host = createMemoryHost(smallProject);
  const cache = new ProjectCache(memoryStore(), memoryStore(), 'test');
  await buildProject(host, options, cache);
  return { host, cache };
}

function hostOf(golden: GoldenCase): MemoryHost {
  return createMemoryHost(Object.fromEntries(golden.project));
}

function write(host: MemoryHost, path: string, text: string): void {
  host.writeFile(path, new TextEncoder().encode(text));
}

function edit(host: MemoryHost, path: string, change: (text: string) => string): void {
  const text = host.textOf(path);
  if (text === undefined || change(text) === text) throw new Error(`nothing to edit in ${path}`);
  write(host, path, change(text));
}

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProject } from '../../src/cli/build-project.js';
import { exitCodeOf } from '../../src/cli/exit-code.js';
import type { Report } from '../../src/cli/report.js';
import { createNodeHost } from '../../src/host/node-host.js';
import { packageRoot } from '../../src/host/package-assets.js';
import type { JsonObject } from '../../src/json.js';
import { limitTable } from '../../src/limits/limits.js';
import { validateSchema } from '../../src/runtime/validator.js';
import { emitted, typeCheck } from '../e2e/support/compilers.js';
import { planWorkshop } from '../e2e/support/workshop.js';
import { canary, cases, type HostileCase, isThere, manifestsOf, toolsOf, verdictOf } from './support/corpus.js';
import { faultsIn } from './support/inspect-module.js';
import { faultsOfSite } from './support/inspect-page.js';
import { makeGoodProject, replaceManifests, snapshot, writeProject } from './support/projects.js';
import { type Listener, listen, recording, setTraps, type Trap } from './support/traps.js';
import { bounds, boundsByCode, codesOfClass } from './support/verdicts.js';

const workshop = planWorkshop();
const victim = join(workshop.folder, 'victim.txt');
const accepted = join(workshop.folder, 'accepted');
const good = join(workshop.folder, 'good');
let listener: Listener;
let trap: Trap;

const rejects = cases.filter((each) => verdictOf(each) === 'reject');
const accepts = cases.filter((each) => verdictOf(each) === 'accept-safely');

const folderOf = ({ id }: HostileCase) => id.replaceAll('/', '+');

async function build(root: string): Promise<Report> {
  const watch = recording(createNodeHost(root));
  trap.forget();
  const report = await buildProject(watch.host, { check: false, force: false });
  expect([...trap.paths].filter((path) => !isWithin(path, root) && !isWithin(path, resolve(packageRoot)))).toEqual([]);
  expect(trap.connections).toEqual([]);
  const mayChange = /^(generated|src|\.mcpgen-generated(\.lock|-old)?)(\/|$)/;
  expect([...watch.changes].filter((path) => !mayChange.test(path))).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  return report;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** The code of an error, and for limits the setting that would raise it. */
function codesOf({ diagnostics }: Report): string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, help }) => (code === 'limits/exceeded' ? `limits.${/limits\.(\w+)/.exec(help ?? '')?.[1]}` : code));
}

test.runIf(!isThere)('the corpus is not beside this checkout: its cases are left out', () => {
  expect(cases).toEqual([]);
});

describe.runIf(isThere)('the hostile corpus', () => {
  beforeAll(async () => {
    workshop.open();
    mkdirSync(accepted);
    writeFileSync(victim, 'mine');
    await makeGoodProject(good);
    listener = await listen();
    trap = setTraps();
  });

  afterAll(() => {
    trap.release();
    listener.close();
    workshop.remove();
  });

  test.each(rejects)('$id is rejected', async (hostile) => {
    const root = join(workshop.folder, 'rejected', folderOf(hostile));
    const manifests = manifestsOf(hostile, listener.port);
    replaceManifests(good, root, manifests);
    const before = snapshot(root);
    const report = await build(root);
    expect(exitCodeOf(report)).toBe(1);
    expect(snapshot(root)).toEqual(before);

    const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
    expect(
      errors.map((each) => each.span?.file.path).filter((path) => !Object.hasOwn(manifests, String(path))),
    ).toEqual([]);
    if (hostile.bound === undefined) {
      for (const { code } of errors) expect(code).toMatch(codesOfClass[hostile.class] ?? /^$/);
    }
  });

  test.each(rejects.filter(({ bound }) => bound !== undefined))('$id exceeds the limit $bound', async (hostile) => {
    const root = join(workshop.folder, 'bounds', folderOf(hostile));
    // A file that is too large is not looked into; here it may be as large as anybody can allow.
    const limits = { manifestBytes: limitTable.manifestBytes.hard };
    writeProject(root, manifestsOf(hostile, listener.port), limits);
    const found = codesOf(await build(root));
    const bound = hostile.bound ?? '';
    const expected = [...(bounds[bound] ?? []).map((name) => `limits.${name}`), ...(boundsByCode[bound] ?? [])];
    // Some bombs are also no manifests: then it does not matter what is seen first.
    expect(found.some((each) => expected.includes(each) || each === 'manifest/unknown-key')).toBe(true);
  });

  test.each(accepts)('$id is accepted', async (harmless) => {
    const root = join(accepted, folderOf(harmless));
    writeProject(root, manifestsOf(harmless, listener.port));
    const report = await build(root);
    expect(codesOf(report)).toEqual([]);
    expect(new Set(report.files.map(({ status }) => status))).toEqual(new Set(['created']));
    for (const { path } of report.files) {
      const content = readFileSync(join(root, path), 'utf8');
      if (path.endsWith('.ts')) expect(faultsIn(path, content)).toEqual([]);
      else if (path.startsWith('generated/docs/')) expect(faultsOfSite(path, content)).toEqual([]);
      else expect(() => JSON.parse(content)).not.toThrow();
    }
  });

  test('what was accepted compiles, and importing it does nothing but define the tools', async () => {
    const newest = { title: 'TypeScript', compiler: 'typescript-7', resolution: 'NodeNext' } as const;
    expect(await typeCheck(accepted, newest, true)).toBe('');

    const script = fileURLToPath(new URL('support/import-all.mjs', import.meta.url));
    const child = spawn(process.execPath, [script, join(accepted, emitted), canary], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { definitions, dirty } = JSON.parse(await text(child.stdout)) as {
      definitions: Record<string, JsonObject[]>;
      dirty: string[];
    };
    expect(dirty).toEqual([]);
    for (const harmless of accepts) {
      const wanted = toolsOf(harmless, listener.port);
      const served = definitions[folderOf(harmless)];
      if (wanted === undefined) expect(served).toBeDefined();
      else
        expect([harmless.id, served]).toEqual([
          harmless.id,
          [...wanted].sort((a, b) => (String(a['name']) < String(b['name']) ? -1 : 1)),
        ]);
    }
  });

  test.each<[string, readonly unknown[], readonly unknown[]]>([
    [
      'schema-invalid/unsupported-kw-honest',
      [{}, { a: 'y', b: 1 }],
      [{ a: 'x' }, { b: '' }, { c: { x: 1 } }, { d: ['a'] }],
    ],
    ['schema-invalid/multipleOf-float', [{ a: 1.13 }, { a: 0.07 }, { a: 4.35 }], [{ a: 1.135 }]],
    ['schema-invalid/prefixItems', [{ a: [] }, { a: ['x', 1] }], [{ a: [1] }, { a: ['x', 1, 2] }]],
    ['schema-invalid/boolean-schemas', [{ a: 1, d: null }], [{ b: 1 }, { c: 1 }]],
  ])('%s is enforced at run time', (id, valid, invalid) => {
    const found = cases.find((each) => each.id === id);
    const schema = (found === undefined ? undefined : toolsOf(found, 0)?.[0]?.['inputSchema']) as JsonObject;
    for (const value of valid) expect([value, validateSchema(schema, value)]).toEqual([value, []]);
    for (const value of invalid) expect([value, validateSchema(schema, value)]).not.toEqual([value, []]);
  });

  test('nobody was called, and nothing beside the projects was touched', () => {
    expect(listener.calls()).toBe(0);
    expect(trap.connections).toEqual([]);
    expect(readFileSync(victim, 'utf8')).toBe('mine');
    const known = ['accepted', 'bounds', 'good', 'node_modules', 'package.json', 'rejected', 'victim.txt'];
    expect(readdirSync(workshop.folder).sort()).toEqual(known);
  });
});

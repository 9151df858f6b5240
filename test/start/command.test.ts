import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { toolsOf, writeProject } from '../../bench/speed/contracts.mjs';
import { mcpgenWith, type Outcome } from '../e2e/support/cli.js';
import { smallProject, writeFiles } from '../e2e/support/small-project.js';
import { bytesOf } from '../e2e/support/tree.js';

/** The command itself, with and without code that an earlier run of it has compiled: nobody may be able to tell them apart. */
const base = mkdtempSync(join(tmpdir(), 'mcpgen-start-'));
const project = join(base, 'project');
const cache = join(base, 'cache');
let plain: Outcome;

const build = (more: Readonly<Record<string, string>> = {}) =>
  mcpgenWith({ MCPGEN_CACHE_DIR: cache, NODE_OPTIONS: '', ...more }, project, 'build', '--check', '--no-cache');
const entries = () => readdirSync(cache).filter((name) => name.startsWith('code-'));
const identity = () => entries().map((name) => [name, statSync(join(cache, name)).ino]);

beforeAll(async () => {
  writeFiles(project, smallProject);
  await mcpgenWith({ MCPGEN_CACHE_DIR: 'off' }, project, 'build');
  plain = await build({ MCPGEN_CACHE_DIR: 'off' });
  expect(plain.code).toBe(0);
  // V8 complains so about flags that it does not know.
  expect(plain.stderr).not.toContain('unrecognized');
});
beforeEach(() => rmSync(cache, { recursive: true, force: true }));
afterAll(() => rmSync(base, { recursive: true, force: true }));

test('compiled code is kept by the first run, and by no other', async () => {
  expect(await build()).toEqual(plain);
  const first = identity();
  expect(first).toHaveLength(1);
  expect(await build()).toEqual(plain);
  expect(await build()).toEqual(plain);
  expect(identity()).toEqual(first);
});

test.each(['MCPGEN_CACHE_DIR=off', 'NODE_DISABLE_COMPILE_CACHE=1'])('with %s nothing is kept', async (setting) => {
  const [name = '', value = ''] = setting.split('=');
  expect(await build({ [name]: value, HOME: base, XDG_CACHE_HOME: cache })).toEqual(plain);
  expect(readdirSync(base)).toEqual(['project']);
});

test('what is damaged is made again', async () => {
  await build();
  const [name = ''] = entries();
  const whole = readFileSync(join(cache, name));
  for (const damaged of [
    whole.subarray(0, whole.length / 3),
    whole.map((byte, at) => (at > 9_000 ? byte ^ 1 : byte)),
  ]) {
    writeFileSync(join(cache, name), damaged);
    expect(await build()).toEqual(plain);
    const mended = identity();
    expect(await build()).toEqual(plain);
    expect(identity()).toEqual(mended);
    expect(statSync(join(cache, name)).size).toBeGreaterThan(whole.length / 2);
  }
});

test('other flags of V8 have code of their own', async () => {
  await build();
  await build({ NODE_OPTIONS: '--stack-trace-limit=50' });
  const both = identity();
  expect(both).toHaveLength(2);
  expect(await build({ NODE_OPTIONS: '--stack-trace-limit=50' })).toEqual(plain);
  expect(await build()).toEqual(plain);
  expect(identity()).toEqual(both);
});

test('runs at the same time leave one whole entry', async () => {
  const together = await Promise.all(Array.from({ length: 4 }, () => build()));
  expect(together).toEqual([plain, plain, plain, plain]);
  const left = identity();
  expect(left).toHaveLength(1);
  expect(readdirSync(cache)).toEqual(entries());
  expect(await build()).toEqual(plain);
  expect(identity()).toEqual(left);
});

test('a folder that cannot be written to is no obstacle', async () => {
  writeFileSync(join(base, 'file'), '');
  expect(await build({ MCPGEN_CACHE_DIR: join(base, 'file', 'below') })).toEqual(plain);
  rmSync(join(base, 'file'));
});

test.each([
  ['--help'],
  ['--version'],
  ['build', '--help'],
  ['check', '--format', 'sarif'],
  ['explain', 'schema/ref-missing'],
  ['plan', '--to', 'assign_ticket'],
  ['build', '--nonsense'],
])('every command says the same with code that was kept: %s %s %s', async (...argv) => {
  const words = argv.filter((each) => each !== undefined);
  const run = (folder: string) => mcpgenWith({ MCPGEN_CACHE_DIR: folder }, project, ...words);
  const expected = await run('off');
  expect([await run(cache), await run(cache)]).toEqual([expected, expected]);
});

test('a project begun and built with code that was kept, handlers completed', async () => {
  const made = async (folder: string, at: string) => {
    await mcpgenWith({ MCPGEN_CACHE_DIR: folder }, base, 'init', at);
    const { code } = await mcpgenWith({ MCPGEN_CACHE_DIR: folder }, join(base, at), 'build', '--no-cache');
    expect(code).toBe(0);
    return bytesOf(join(base, at));
  };
  const expected = await made('off', 'one/server');
  expect(await made(cache, 'two/server')).toEqual(expected);
  expect(await made(cache, 'three/server')).toEqual(expected);
});

test('the second thread uses it as well', async () => {
  const made = async (folder: string, at: string) => {
    writeProject(join(base, at), toolsOf(160));
    const { code } = await mcpgenWith({ MCPGEN_CACHE_DIR: folder }, base, 'build', '--no-cache', '--dir', at);
    expect(code).toBe(0);
    return bytesOf(join(base, at));
  };
  const expected = await made('off', 'large-off');
  await build();
  expect(await made(cache, 'large-once')).toEqual(expected);
  expect(await made(cache, 'large-again')).toEqual(expected);
});

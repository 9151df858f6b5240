import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mcpgenWith } from '../e2e/support/cli.js';
import { smallProject, writeFiles } from '../e2e/support/small-project.js';

/** Every command line is run twice, without a cache and with one that has the answer: nobody may be able to tell them apart. */
const folder = mkdtempSync(join(tmpdir(), 'mcpgen-recall-'));
const cache = mkdtempSync(join(tmpdir(), 'mcpgen-cache-'));
const env = { MCPGEN_CACHE_DIR: cache };

beforeAll(async () => {
  writeFiles(folder, smallProject);
  writeFiles(folder, {
    'broken/mcpgen.yaml': smallProject['mcpgen.yaml'] ?? '',
    'broken/manifests/a.yaml': 'tools: [{}]\n',
  });
  expect((await mcpgenWith(env, folder, 'build')).code).toBe(0);
  expect((await mcpgenWith(env, folder, 'check')).code).toBe(0);
  expect((await mcpgenWith(env, folder, 'build', '--dir', 'broken')).code).toBe(1);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(cache, { recursive: true, force: true });
});

test.each(
  [
    'build',
    'build --check',
    'build --format json',
    'build --format sarif --check',
    'build --format=github',
    'build --max-warnings 0',
    'build --max-warnings=1000',
    'build --dir .',
    'build --dir broken',
    'build --dir=broken --format json',
    'build --dir nowhere',
    'build --format nonsense',
    'build --check --force',
    'build --chekc',
    'build --max-warnings many',
    'build --max-warnings -1',
    'build --dir broken --dir .',
    'build surplus',
    'build --help',
    'check',
    'check --format json',
    'check --fix',
  ].map((line) => line.split(' ')),
)('%s %s %s %s %s', async (...words) => {
  const argv = words.filter((word) => word !== undefined);
  const full = await mcpgenWith({ MCPGEN_CACHE_DIR: 'off' }, folder, ...argv);
  expect(await mcpgenWith(env, folder, ...argv)).toEqual(full);
});

test('a result of the cache is used, and not with --no-cache', async () => {
  expect(readdirSync(cache).length).toBeGreaterThanOrEqual(4);
  const debug = { ...env, NODE_DEBUG: 'module,esm', NODE_OPTIONS: '' };
  const recalled = await mcpgenWith(debug, folder, 'build');
  const made = await mcpgenWith(debug, folder, 'build', '--no-cache');
  // What a build parses its output with.
  expect(recalled.stderr).not.toContain('oxc-parser');
  expect(made.stderr).toContain('oxc-parser');
});

test('a damaged cache is a slow one', async () => {
  const full = await mcpgenWith({ MCPGEN_CACHE_DIR: 'off' }, folder, 'build');
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), 'nonsense');
  expect(await mcpgenWith(env, folder, 'build')).toEqual(full);
});

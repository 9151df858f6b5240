import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolder, createCacheFolder } from '../../src/host/cache-folder.js';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'mcpgen-cache-')), 'deep', 'mcpgen');
});
afterEach(() => rmSync(join(folder, '../..'), { recursive: true, force: true }));

test('what was put is got, by another process as well', () => {
  createCacheFolder(folder).put('a', 'text\nof two lines');
  expect(createCacheFolder(folder).get('a')).toBe('text\nof two lines');
  expect(createCacheFolder(folder).get('b')).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['a']);
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['a flipped bit', (bytes) => bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte)) as Buffer],
  ['half of it', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['nothing', () => Buffer.alloc(0)],
  ['more than there was', (bytes) => Buffer.concat([bytes, bytes])],
])('a damaged entry is no entry: %s', (_, damage) => {
  const store = createCacheFolder(folder);
  store.put('a', JSON.stringify({ report: 'fine' }));
  writeFileSync(join(folder, 'a'), damage(readFileSync(join(folder, 'a'))));
  expect(store.get('a')).toBeUndefined();
  store.put('a', 'mended');
  expect(store.get('a')).toBe('mended');
});

test('a folder that cannot be made is no error', () => {
  const file = join(folder, '..', '..', 'file');
  writeFileSync(file, '');
  const store = createCacheFolder(join(file, 'below'));
  store.put('a', 'text');
  expect(store.get('a')).toBeUndefined();
});

test('the oldest entries go when there are too many', () => {
  const store = createCacheFolder(folder);
  store.put('first', 'old');
  utimesSync(join(folder, 'first'), 1, 1);
  for (let number = 0; number < 512; number++) store.put(`n${number}`, '');
  expect(store.get('first')).toBeUndefined();
  expect(store.get('n511')).toBe('');
  expect(readdirSync(folder).length).toBeLessThanOrEqual(512);
});

test('where it is', () => {
  expect(cacheFolder({ MCPGEN_CACHE_DIR: 'off' })).toBeUndefined();
  expect(cacheFolder({ MCPGEN_CACHE_DIR: '/somewhere' })).toBe('/somewhere');
  // A relative one would lie in the project, which could then bring its own answers.
  expect(cacheFolder({ MCPGEN_CACHE_DIR: 'cache' })).toBeUndefined();
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux')).toBe(join('/c', 'mcpgen'));
  expect(cacheFolder({}, 'darwin')).toMatch(/Library.Caches.mcpgen$/);
  expect(cacheFolder({}, 'win32')).toBeUndefined();
});

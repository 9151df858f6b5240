import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolder, createCacheFolder, memories, results } from '../../src/host/cache-folder.js';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'mcpgen-cache-')), 'deep', 'mcpgen');
});
afterEach(() => rmSync(join(folder, '../..'), { recursive: true, force: true }));

test('what was put is got, by another process as well', () => {
  createCacheFolder(folder, results).put('a', 'text\nof two lines');
  expect(createCacheFolder(folder, results).get('a')).toBe('text\nof two lines');
  expect(createCacheFolder(folder, results).get('b')).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['result-a']);
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['a flipped bit', (bytes) => bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte)) as Buffer],
  ['half of it', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['nothing', () => Buffer.alloc(0)],
  ['more than there was', (bytes) => Buffer.concat([bytes, bytes])],
])('a damaged entry is no entry: %s', (_, damage) => {
  const store = createCacheFolder(folder, results);
  store.put('a', JSON.stringify({ report: 'fine' }));
  writeFileSync(join(folder, 'result-a'), damage(readFileSync(join(folder, 'result-a'))));
  expect(store.get('a')).toBeUndefined();
  store.put('a', 'mended');
  expect(store.get('a')).toBe('mended');
});

test('an entry does not stand in for another', () => {
  const store = createCacheFolder(folder, results);
  store.put('a', 'of a');
  renameSync(join(folder, 'result-a'), join(folder, 'result-b'));
  expect(store.get('b')).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('what others could have written is no entry', () => {
  const store = createCacheFolder(folder, memories);
  store.put('a', 'mine');
  expect(store.get('a')).toBe('mine');
  chmodSync(join(folder, 'memory-a'), 0o660);
  expect(store.get('a')).toBeUndefined();
  renameSync(join(folder, 'memory-a'), join(folder, 'elsewhere'));
  chmodSync(join(folder, 'elsewhere'), 0o600);
  symlinkSync('elsewhere', join(folder, 'memory-a'));
  expect(store.get('a')).toBeUndefined();
});

test('the oldest of one kind go, and no others', () => {
  createCacheFolder(folder, results).put('a', 'kept');
  utimesSync(join(folder, 'result-a'), 1, 1);
  const store = createCacheFolder(folder, memories);
  for (let number = 0; number < 40; number++) store.put(`n${number}`, '');
  expect(readdirSync(folder).filter((name) => name.startsWith('memory-')).length).toBeLessThanOrEqual(32);
  expect(createCacheFolder(folder, results).get('a')).toBe('kept');
});

test('a folder that cannot be made is no error', () => {
  const file = join(folder, '..', '..', 'file');
  writeFileSync(file, '');
  const store = createCacheFolder(join(file, 'below'), results);
  store.put('a', 'text');
  expect(store.get('a')).toBeUndefined();
});

test('the oldest entries go when there are too many', () => {
  const store = createCacheFolder(folder, results);
  store.put('first', 'old');
  utimesSync(join(folder, 'result-first'), 1, 1);
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

import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCodeFolder } from '../../src/host/code-folder.js';

const onPosix = test.skipIf(process.platform === 'win32');
let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'mcpgen-code-'));
  folder = join(base, 'deep', 'mcpgen');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const bytes = Buffer.from([0, 255, 10, 128]);

test('what was put is got, byte for byte, and nothing else is left behind', () => {
  createCodeFolder(folder).put('a', () => bytes);
  expect(createCodeFolder(folder).get('a')).toEqual(bytes);
  expect(createCodeFolder(folder).get('b')).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['code-a']);
});

onPosix('only this user can read or write it', () => {
  createCodeFolder(folder).put('a', () => bytes);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'code-a')).mode & 0o777).toBe(0o600);
});

onPosix.each([0o620, 0o602, 0o644])('what another user or a checkout could have made is nothing: %o', (mode) => {
  const store = createCodeFolder(folder);
  store.put('a', () => bytes);
  chmodSync(join(folder, 'code-a'), mode);
  expect(store.get('a')).toBeUndefined();
  // The next program writes its own.
  store.put('a', () => bytes);
  expect(store.get('a')).toEqual(bytes);
});

onPosix('a link is not followed, a folder is not read', () => {
  const store = createCodeFolder(folder);
  store.put('a', () => bytes);
  const path = join(folder, 'code-a');
  linkSync(path, join(base, 'elsewhere'));
  unlinkSync(path);
  symlinkSync(join(base, 'elsewhere'), path);
  expect(store.get('a')).toBeUndefined();
  unlinkSync(path);
  mkdirSync(path);
  expect(store.get('a')).toBeUndefined();
});

test('where nothing can be written, nothing is made', () => {
  const file = join(base, 'file');
  writeFileSync(file, '');
  let made = 0;
  const store = createCodeFolder(join(file, 'below'));
  store.put('a', () => {
    made += 1;
    return bytes;
  });
  expect([made, store.get('a')]).toEqual([0, undefined]);
});

test('the oldest of too many go; what else is there stays', () => {
  const store = createCodeFolder(folder);
  store.put('first', () => bytes);
  utimesSync(join(folder, 'code-first'), 1, 1);
  writeFileSync(join(folder, 'report'), '');
  utimesSync(join(folder, 'report'), 1, 1);
  for (let number = 0; number < 16; number++) store.put(`n${number}`, () => bytes);
  expect(readdirSync(folder).sort()).toEqual([...Array.from({ length: 16 }, (_, n) => `code-n${n}`).sort(), 'report']);
});

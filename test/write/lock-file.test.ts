import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, isSameText } from '../../src/write/digest.js';
import { formatLockFile, parseLockFile } from '../../src/write/lock-file.js';

const lock = {
  mcpgen: '1.2.3-rc.1+build',
  model: 'sha256-abc=',
  files: new Map([
    ['tools/b.ts', 'sha256-b'],
    ['10', 'sha256-c'],
    ['9', 'sha256-d'],
    ['Z.ts', 'sha256-e'],
    ['__proto__', 'sha256-f'],
  ]),
};

test('what is written is sorted by code units and reads back the same', () => {
  const text = formatLockFile(lock);
  expect([...text.matchAll(/^ {4}"([^"]+)"/gm)].map((match) => match[1])).toEqual([
    '10',
    '9',
    'Z.ts',
    '__proto__',
    'tools/b.ts',
  ]);
  expect(text.endsWith('}\n')).toBe(true);
  expect(parseLockFile(text)).toEqual({ ok: true, lock });
  expect(parseLockFile(text.replaceAll('\n', '\r\n'))).toEqual({ ok: true, lock });
  const empty = { ...lock, files: new Map<string, string>() };
  expect(parseLockFile(formatLockFile(empty))).toEqual({ ok: true, lock: empty });
});

function problemOf(text: string): string {
  const parsed = parseLockFile(text);
  return parsed.ok ? 'none' : parsed.problem;
}

const withFiles = (files: unknown): string => JSON.stringify({ mcpgen: '1.0.0', model: 'sha256-x', files });

test('whatever is wrong with it is said in words', () => {
  expect(problemOf('')).toBe('it is not JSON');
  expect(problemOf('{')).toBe('it is not JSON');
  expect(problemOf('[]')).toBe('it is not a JSON object');
  expect(problemOf('null')).toBe('it is not a JSON object');
  expect(problemOf('{}')).toBe('"mcpgen" is not a version');
  expect(problemOf('{"mcpgen":"1\\u001b[2J"}')).toBe('"mcpgen" is not a version');
  expect(problemOf('{"mcpgen":"1.0.0","model":7}')).toBe('"model" is not a digest');
  expect(problemOf(withFiles([]))).toBe('"files" is not an object');
  expect(problemOf(withFiles({ 'a.ts': 1 }))).toBe('it has no digest for "a.ts"');
  expect(problemOf(withFiles({ 'a.ts': 'md5-x' }))).toBe('it has no digest for "a.ts"');
  expect(problemOf('{\n<<<<<<< HEAD\n  "mcpgen": "1"\n=======\n>>>>>>> x\n}')).toBe(
    'it holds the markers of a merge conflict',
  );
  for (const path of [
    '../x',
    '/x',
    'a/../../x',
    'C:/x',
    'a\\..\\x',
    'a\0',
    'a\u001b',
    '',
    '.',
    'mcpgen.lock',
    'MCPGEN.lock',
  ]) {
    const shown = `it lists ${JSON.stringify(path)}, which is not a file below the output folder`;
    expect(problemOf(withFiles({ [path]: 'sha256-x' }))).toBe(shown);
  }
});

test('no text makes it throw, or lets a path out of the folder', () => {
  const paths = fc.oneof(fc.string(), fc.constantFrom('..', '../x', 'a/..', '/', 'a//b', './a'));
  const values = fc.oneof(
    fc.jsonValue(),
    fc.record({
      mcpgen: fc.constant('1'),
      model: fc.constant('sha256-x'),
      files: fc.dictionary(paths, fc.constant('sha256-x')),
    }),
  );
  fc.assert(
    fc.property(values, (value) => {
      const parsed = parseLockFile(JSON.stringify(value));
      if (!parsed.ok) return;
      for (const path of parsed.lock.files.keys()) {
        expect(path.split('/').some((segment) => segment === '..' || segment === '.' || segment === '')).toBe(false);
      }
    }),
  );
});

test('a digest sees every change but that of line ends', () => {
  expect(digestOf('a\r\nb\r\n')).toBe(digestOf('a\nb\n'));
  expect(digestOf('a\rb')).not.toBe(digestOf('a\nb'));
  expect(digestOf(new Uint8Array([0xff, 13, 10]))).toBe(digestOf(new Uint8Array([0xff, 10])));
  expect(digestOf(new Uint8Array([0xff]))).not.toBe(digestOf(new Uint8Array([0xfe])));
  expect(isSameText('\u00e4\r\n', new TextEncoder().encode('\u00e4\n'))).toBe(true);
  expect(isSameText('a', 'b')).toBe(false);
});

import { beforeEach, expect, test } from 'vitest';
import type { CodeStore } from '../../src/host/code-folder.js';
import { digestOfCode, packCode, unpackCode } from '../../src/start/code-entry.js';
import { FileLoader } from '../../src/start/load-files.js';

/** One that says what was written. */
class Store implements CodeStore {
  readonly entries = new Map<string, Buffer>();
  puts = 0;
  get(key: string): Buffer | undefined {
    return this.entries.get(key);
  }
  put(key: string, make: () => Uint8Array): void {
    this.puts += 1;
    this.entries.set(key, Buffer.from(make()));
  }
}

const files: Record<string, string> = {};
// V8 has not compiled a file of this name before: otherwise it would take what it has in memory, and look at no entry.
let programs = 0;
const from = {
  locate: (path: string) => `/package${programs}/${path}`,
  read: (path: string) => Buffer.from(files[path] ?? ''),
  require: (id: string) => `outside: ${id}`,
};
let store: Store;

beforeEach(() => {
  for (const path of Object.keys(files)) delete files[path];
  files['a/main.cjs'] = "exports.say = () => require('./word.cjs').word();";
  files['a/word.cjs'] = "exports.word = () => 'old';";
  store = new Store();
  programs += 1;
});

/** One program: what it says, after which its code is kept. */
function run({ key = 'k', complete = true } = {}): string {
  programs += 1;
  const loader = new FileLoader(from, { store, key });
  const said = (loader.load('a/main.cjs') as { say: () => string }).say();
  loader.keep(complete);
  return said;
}

test('what was compiled is kept once, and then used', () => {
  expect([run(), run(), run()]).toEqual(['old', 'old', 'old']);
  expect(store.puts).toBe(1);
  expect([...(unpackCode('k', store.entries.get('k') ?? Buffer.alloc(0))?.keys() ?? [])]).toEqual([
    'a/main.cjs',
    'a/word.cjs',
  ]);
});

test('a file that has changed is compiled again, also when its length is as it was', () => {
  run();
  files['a/word.cjs'] = "exports.word = () => 'new';";
  expect(run()).toBe('new');
  expect(run()).toBe('new');
  expect(store.puts).toBe(2);
});

test.each<[string, (entry: Buffer) => Buffer]>([
  ['a bit in the head', (entry) => flip(entry, 80)],
  ['a bit in the code', (entry) => flip(entry, entry.length - 200)],
  ['half of it', (entry) => entry.subarray(0, entry.length / 2)],
  ['no line', () => Buffer.from('x')],
  ['nothing', () => Buffer.alloc(0)],
])('a damaged entry is not used, and replaced: %s', (_, damage) => {
  run();
  const whole = store.entries.get('k') ?? Buffer.alloc(0);
  store.entries.set('k', damage(Buffer.from(whole)));
  expect(run()).toBe('old');
  expect(store.puts).toBe(2);
  expect(run()).toBe('old');
  expect(store.puts).toBe(2);
});

test('code of another version of V8, which V8 itself rejects, is replaced', () => {
  run();
  const found = unpackCode('k', store.entries.get('k') ?? Buffer.alloc(0)) ?? new Map();
  const foreign = [...found].map(([path, each]) => {
    // The second word is the digest of its version.
    const code = flip(Buffer.from(each.code), 4);
    return [path, { ...each, code, digest: digestOfCode(from.read(path), code) }] as const;
  });
  store.entries.set('k', Buffer.from(packCode('k', new Map(foreign))));
  expect(run()).toBe('old');
  expect(store.puts).toBe(2);
  run();
  expect(store.puts).toBe(2);
});

test('an entry does not stand in for that of another key', () => {
  run({ key: 'one' });
  store.entries.set('two', store.entries.get('one') ?? Buffer.alloc(0));
  run({ key: 'two' });
  expect(store.puts).toBe(2);
  expect(unpackCode('one', store.entries.get('two') ?? Buffer.alloc(0))).toBeUndefined();
});

test('what a program that failed has compiled is replaced by the first that does not, and what only others load stays', () => {
  run({ complete: false });
  run({ complete: false });
  expect(store.puts).toBe(1);
  programs += 1;
  const loader = new FileLoader(from, { store, key: 'k' });
  loader.load('a/main.cjs');
  loader.keep(true);
  expect(store.puts).toBe(2);
  const kept = unpackCode('k', store.entries.get('k') ?? Buffer.alloc(0));
  expect([...(kept ?? [])].map(([path, { complete }]) => [path, complete])).toEqual([
    ['a/main.cjs', true],
    ['a/word.cjs', false],
  ]);
});

test('functions that were called are part of it', () => {
  const work = `let all = 0; ${'all += Math.sqrt(all + 1); '.repeat(200)} return all;`;
  files['a/main.cjs'] = `exports.say = () => 'short'; exports.long = () => { ${work} };`;
  const sizeAfter = (call: 'say' | 'long'): number => {
    programs += 1;
    const loader = new FileLoader(from, { store, key: call });
    (loader.load('a/main.cjs') as Record<typeof call, () => unknown>)[call]();
    loader.keep(true);
    return store.entries.get(call)?.length ?? 0;
  };
  expect(sizeAfter('long')).toBeGreaterThan(sizeAfter('say') + 1000);
});

test('without a place for code, files are loaded all the same', () => {
  const loader = new FileLoader(from, undefined);
  expect((loader.load('a/main.cjs') as { say: () => string }).say()).toBe('old');
  loader.keep(true);
});

test('files find each other, also in a circle, and what is outside', () => {
  files['a/main.cjs'] = `
    exports.name = 'main';
    exports.all = [require('../b/other.cjs').of, require('node:fs'), __filename, __dirname, module.exports === exports];`;
  files['b/other.cjs'] = "exports.of = () => require('../a/main.cjs').name; // the last line";
  const { all } = new FileLoader(from, undefined).load('a/main.cjs') as { all: [() => string, ...unknown[]] };
  expect(all[0]()).toBe('main');
  expect(all.slice(1)).toEqual(['outside: node:fs', from.locate('a/main.cjs'), from.locate('a'), true]);
});

test('a trace names the file, the line, the column and the function', () => {
  files['a/main.cjs'] = "exports.say = () => require('./word.cjs').word();";
  files['a/word.cjs'] = 'exports.word = function first() { return new Error().stack; }';
  const place = /at Object\.first \[as word\] \(\/package\d+\/a\/word\.cjs:1:42\)/;
  expect(run()).toMatch(place);
  expect(run()).toMatch(place);
  expect(store.puts).toBe(1);
});

function flip(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

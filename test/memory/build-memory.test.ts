import { expect, test } from 'vitest';
import { BuildMemory, keyOf } from '../../src/memory/build-memory.js';

test('what is set is there, in its section, also after a way through text', () => {
  const memory = new BuildMemory();
  memory.section<string>('a').set('key', 'of a');
  memory.section<number[]>('b').set('key', [1]);
  for (const each of [memory, BuildMemory.from(memory.toText())]) {
    expect(each.section('a').get('key')).toBe('of a');
    expect(each.section('b').get('key')).toEqual([1]);
    expect(each.section('a').get('other')).toBeUndefined();
    expect(each.section('c').get('key')).toBeUndefined();
  }
});

test('news are what a build has added', () => {
  const memory = new BuildMemory();
  expect(memory.hasNews).toBe(false);
  memory.section<string>('a').set('key', 'value');
  expect(memory.hasNews).toBe(true);
  memory.endBuild();
  memory.section('a').get('key');
  expect(memory.hasNews).toBe(false);
});

test('what no build wants any more is forgotten, not at once', () => {
  let memory = new BuildMemory();
  for (const key of ['wanted', 'unwanted']) memory.section<string>('a').set(key, key);
  const build = () => {
    memory = BuildMemory.from(memory.toText());
    expect(memory.section('a').get('wanted')).toBe('wanted');
    memory.endBuild();
  };
  for (let builds = 0; builds < 4; builds++) build();
  expect(memory.toText()).toContain('unwanted');
  build();
  expect(memory.toText()).not.toContain('unwanted');
});

test('a key tells apart how values are cut into parts', () => {
  expect(new Set([keyOf('a', 'b'), keyOf('ab'), keyOf(['a', 'b']), keyOf('a", "b'), keyOf()]).size).toBe(5);
});

import { expect, test } from 'vitest';
import { alternatives, lines, list, nothing, paragraphs, ts } from '../../../src/emit/code/code.js';

const [a, b] = [ts`a`, ts`b`];

test('a value of several lines takes the indentation of its line', () => {
  expect(
    ts`{
  x: ${lines(a, b)}
}`.text,
  ).toBe('{\n  x: a\n  b\n}');
});

test('empty lines get no indentation', () => {
  expect(
    ts`{
  ${paragraphs(a, b)}
}`.text,
  ).toBe('{\n  a\n\n  b\n}');
});

test('empty pieces vanish', () => {
  expect(lines(a, nothing, [b]).text).toBe('a\nb');
  expect(list([a, nothing, b], ' | ').text).toBe('a | b');
});

test('escapes in a template are read, so that code can be composed on one line', () => {
  expect(ts`a;\n${b};`.text).toBe('a;\nb;');
});

test('alternatives of several lines are indented under their bar', () => {
  expect(alternatives([a, lines(ts`{`, ts`}`)]).text).toBe('| a\n| {\n  }');
});

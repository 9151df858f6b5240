import { expect, test } from 'vitest';
import { didYouMean } from '../../src/diagnostics/suggest.js';

const keys = ['name', 'title', 'description', 'inputSchema', 'outputSchema', 'annotations', '_meta', 'icons'];

test.each([
  ['desciption', 'description'],
  ['inputSchmea', 'inputSchema'],
  ['inputschema', 'inputSchema'],
  ['INPUTSCHEMA', 'inputSchema'],
  ['nmae', 'name'],
  ['meta', '_meta'],
  ['tilte', 'title'],
  ['icon', 'icons'],
  ['outputSchemas', 'outputSchema'],
])('%s: did you mean %s?', (text, meant) => {
  expect(didYouMean(text, keys)).toBe(meant);
});

test.each(['', 'x', 'semantics', 'banana', 'inp', 'zzzz'])('nothing is near %j', (text) => {
  expect(didYouMean(text, keys)).toBeUndefined();
});

test('a difference in case alone beats everything before it', () => {
  expect(didYouMean('ticket', ['tickets', 'Ticket'])).toBe('Ticket');
});

test('of equally near ones the longer common prefix wins, then the first', () => {
  expect(didYouMean('createx', ['xcreate', 'creates'])).toBe('creates');
  expect(didYouMean('cat', ['car', 'can'])).toBe('car');
});

test('a text is no suggestion for itself', () => {
  expect(didYouMean('name', ['name'])).toBeUndefined();
});

test('two neighbours that changed places are one mistake', () => {
  expect(didYouMean('bulid', ['build'])).toBe('build');
  expect(didYouMean('bac', ['abc'])).toBe('abc');
  // One mistake is all that four characters may have, and these are two.
  expect(didYouMean('bdac', ['abcd'])).toBeUndefined();
});

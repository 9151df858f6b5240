import { expect, test } from 'vitest';
import { identifier, isSafeIdentifier } from '../../../src/emit/code/identifier.js';

test.each(['Ticket', '_a', '$', 'a1'])('%s is an identifier', (name) => {
  expect(identifier(name).text).toBe(name);
});

test.each(['', '1a', 'a-b', 'a b', 'a;x', 'class', 'await', 'Object', 'é', 'a\n', '\u0061\u200d'])(
  '%j is none',
  (name) => {
    expect(isSafeIdentifier(name)).toBe(false);
    expect(() => identifier(name)).toThrow('not a safe identifier');
  },
);

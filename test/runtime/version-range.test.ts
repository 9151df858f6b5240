import fc from 'fast-check';
import { Range, satisfies } from 'semver';
import { expect, test } from 'vitest';
import { isInRange } from '../../src/runtime/version-range.js';

/** As the compiler writes it. */
function rangeOf(text: string): string[][] {
  return new Range(text).set.map((comparators) => comparators.map(({ value }) => value));
}

const number = fc.integer({ min: 0, max: 3 });
const prerelease = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('-alpha', '-alpha.1', '-alpha.beta', '-beta.2', '-beta.11', '-rc.1', '-0', '-1', '-1a'),
);
const version = fc.tuple(number, number, number, prerelease).map(([a, b, c, tail]) => `${a}.${b}.${c}${tail}`);
const simple = fc.oneof(
  fc.tuple(fc.constantFrom('^', '~', '>=', '<=', '>', '<', '='), version).map((parts) => parts.join('')),
  fc.constantFrom('*', '1', '1.x', '2.1', '~2', '^0.1'),
  fc.tuple(version, version).map((ends) => ends.join(' - ')),
);
const range = fc
  .array(
    fc
      .array(simple, { minLength: 1, maxLength: 2 })
      .filter((each) => each.length === 1 || each.every((one) => !one.includes(' '))),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((lists) => lists.map((list) => list.join(' ')).join(' || '));

test('a version is in a range when npm says so', () => {
  fc.assert(
    fc.property(version, range, (own, text) => {
      expect(isInRange(own, rangeOf(text)), `${own} in ${text}`).toBe(satisfies(own, text));
    }),
    { numRuns: 5_000 },
  );
});

test('what is no version is in no range, and build metadata does not count', () => {
  expect(['', '1', '1.2', 'latest', '1.2.x'].filter((each) => isInRange(each, rangeOf('*')))).toEqual([]);
  expect(isInRange('7.0.0+build.5', rangeOf('^7.0.0'))).toBe(true);
  expect(isInRange('v7.0.1', rangeOf('^7.0.0'))).toBe(true);
});

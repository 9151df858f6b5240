import { expect, test } from 'vitest';
import { validateSchema } from '../../src/runtime/validator.js';

const slow = '^(a|a)*$';
const check = (schema: object, value: unknown) => validateSchema({ ...schema }, value, [slow]);
// A pattern that takes exponential time would never come back from this.
const long = `${'a'.repeat(2_048)}!`;

test('a limited pattern is tried on short texts', () => {
  expect(check({ pattern: slow }, 'aaa')).toEqual([]);
  expect(check({ pattern: slow }, 'b')).toEqual([{ pointer: '', message: 'must match pattern "^(a|a)*$"' }]);
});

test('a longer text fails with the reason, and without a try', () => {
  expect(check({ properties: { a: { items: { pattern: slow } } } }, { a: ['a', long] })).toEqual([
    { pointer: '/a/1', message: 'is too long for its pattern, which is tried on at most 2048 characters' },
  ]);
});

test.each([
  ['not', { not: { pattern: slow } }],
  ['anyOf', { anyOf: [{ pattern: slow }, { type: 'string' }] }],
  ['oneOf', { oneOf: [{ pattern: slow }, { type: 'string' }] }],
  ['if', { if: { pattern: slow }, else: { type: 'string' } }],
  ['contains', { items: { not: { contains: {} } }, not: { contains: { pattern: slow } } }],
  ['a reference', { not: { $ref: '#/$defs/slow' }, $defs: { slow: { pattern: slow } } }],
])('it fails inside %s too, where a plain "no" could make the value valid', (where, schema) => {
  expect(check(schema, where === 'contains' ? [long] : long)).toHaveLength(1);
});

test('`maxLength` takes the place of the limit, and comes first', () => {
  expect(check({ pattern: slow, maxLength: 5 }, 'aaaaaa')).toEqual([
    { pointer: '', message: 'must NOT have more than 5 characters' },
  ]);
  const tame = { pattern: slow, maxLength: 5_000 };
  expect(check(tame, 'a'.repeat(3_000))).toEqual([]);
  expect(check({ pattern: slow, maxLength: 1, not: {} }, 'aa')).toHaveLength(1);
});

test('names are limited where limited patterns are tried on them', () => {
  const schema = { patternProperties: { [slow]: { type: 'number' } }, additionalProperties: false };
  expect(check(schema, { aaa: 1 })).toEqual([]);
  expect(check(schema, { b: 1 })).toEqual([{ pointer: '', message: 'must not have the property "b"' }]);
  expect(check({ properties: { x: schema } }, { x: { [long]: 1 } })).toEqual([
    { pointer: '/x', message: 'has a property whose name is longer than 2048 characters' },
  ]);
  expect(check({ propertyNames: { pattern: slow } }, { [long]: 1 })).toHaveLength(1);
  expect(check({ unevaluatedProperties: false, anyOf: [schema] }, { aa: 1 })).toEqual([]);
});

test('other patterns are tried on any text', () => {
  expect(check({ pattern: '^a*$' }, 'a'.repeat(100_000))).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMultipleOf } from '../../src/runtime/multiple-of.js';
import { textLength } from '../../src/runtime/text-length.js';
import { validateSchema } from '../../src/runtime/validator.js';

const isValid = (schema: object, value: unknown) => validateSchema({ ...schema }, value).length === 0;

test('multiples are those of the decimals that were written', () => {
  for (const value of [0.07, 1.13, 4.35, 19.99, -0.29, 0, 1e20]) {
    expect(isValid({ multipleOf: 0.01 }, value), String(value)).toBe(true);
  }
  for (const value of [0.075, 1.131, 1e-7]) expect(isValid({ multipleOf: 0.01 }, value), String(value)).toBe(false);
  expect(isValid({ multipleOf: 0.0001 }, 0.0075)).toBe(true);
  expect(isValid({ multipleOf: 0.123456789 }, 1e308)).toBe(false);
  expect(isValid({ multipleOf: 0.5 }, 1e308)).toBe(true);
  expect(isValid({ multipleOf: 1e-300 }, 1e300)).toBe(true);
  expect(isValid({ multipleOf: 1 }, Number.POSITIVE_INFINITY)).toBe(false);
});

test('a decimal times an integer is a multiple of it, and half a step further is not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 9_999 }),
      (digits, places, times) => {
        const decimal = (units: number) => Number(`${units}e-${places}`);
        expect(isMultipleOf(decimal(digits * times), decimal(digits))).toBe(true);
        expect(isMultipleOf(Number(`${digits * times * 10 + digits * 5}e-${places + 1}`), decimal(digits))).toBe(false);
      },
    ),
  );
});

test('lengths are counted in code points', () => {
  expect(isValid({ maxLength: 2 }, '💩💩')).toBe(true);
  expect(isValid({ maxLength: 1 }, '💩💩')).toBe(false);
  expect(isValid({ minLength: 2 }, '💩')).toBe(false);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => textLength(text) === [...text].length));
});

test('values are equal as JSON is, whatever their members are called', () => {
  for (const name of ['constructor', 'valueOf', 'toString', 'hasOwnProperty']) {
    const value = { [name]: { a: [1] } };
    expect(isValid({ const: value }, { [name]: { a: [1.0] } }), name).toBe(true);
    expect(isValid({ const: value }, { [name]: 1 }), name).toBe(false);
    expect(isValid({ const: {} }, value), name).toBe(false);
    expect(isValid({ enum: [1, value] }, { [name]: { a: [1] } }), name).toBe(true);
    expect(isValid({ uniqueItems: true }, [value, { [name]: { a: [1] } }]), name).toBe(false);
    expect(isValid({ dependentRequired: { [name]: ['b'] } }, {}), name).toBe(true);
    expect(isValid({ unevaluatedProperties: false, anyOf: [{ properties: { [name]: {} } }] }, value), name).toBe(true);
  }
  expect(isValid({ const: { a: 1, b: 2 } }, { b: 2, a: 1 })).toBe(true);
  expect(isValid({ const: [] }, {})).toBe(false);
  expect(isValid({ const: null }, 0)).toBe(false);
  expect(isValid({ enum: [] }, 0)).toBe(false);
});

test('words that the engine has a meaning of its own for are data', () => {
  expect(isValid({ $async: true, type: 'object' }, {})).toBe(true);
  expect(isValid({ type: 'object', discriminator: { propertyName: 'x' }, oneOf: [{}] }, {})).toBe(true);
  expect(isValid({ maximum: 1, formatMinimum: 5, limitedNames: 1 }, { long: 1 })).toBe(true);
});

test('what failed stands first, and what was wrong with its alternatives behind', () => {
  expect(validateSchema({ anyOf: [{ type: 'string' }, { type: 'object', required: ['id'] }] }, {})).toEqual([
    { pointer: '', message: 'must match at least one of the alternatives, and matches none' },
    { pointer: '', message: 'must be string' },
    { pointer: '', message: "must have required property 'id'" },
  ]);
  expect(validateSchema({ properties: { a: { oneOf: [{}, { type: 'string' }, {}] } } }, { a: 1 })).toEqual([
    { pointer: '/a', message: 'must match exactly one of the alternatives, and matches number 1 and number 3' },
  ]);
  expect(validateSchema({ enum: ['low', 'high'] }, 'medium')).toEqual([
    { pointer: '', message: 'must be one of "low", "high"' },
  ]);
  expect(validateSchema({ type: ['string', 'null'] }, 1)).toEqual([{ pointer: '', message: 'must be string or null' }]);
  expect(validateSchema({ prefixItems: [{}], unevaluatedItems: false }, [1, 2])).toEqual([
    { pointer: '', message: 'must not have the item 1 (counted from 0)' },
  ]);
});

test.each([undefined, 'http://json-schema.org/draft-07/schema#'])(
  'contains beside a tuple wants an item (%s)',
  ($schema) => {
    const tuple = $schema === undefined ? { prefixItems: [{ type: 'string' }] } : { items: [{ type: 'string' }] };
    const schema = { ...($schema && { $schema }), ...tuple, contains: { type: 'integer' } };
    expect(validateSchema(schema, ['a', 1])).toEqual([]);
    expect(validateSchema(schema, ['a'])).toHaveLength(1);
    expect(validateSchema(schema, [])).toHaveLength(1);
    expect(validateSchema(schema, 'no array')).toEqual([]);
  },
);

test('contains may want none, or several', () => {
  const schema = (more: object) => ({ prefixItems: [{}], contains: { type: 'integer' }, ...more });
  expect(validateSchema(schema({ minContains: 0 }), [])).toEqual([]);
  expect(validateSchema(schema({ minContains: 2 }), [1])).toHaveLength(1);
  expect(validateSchema(schema({ minContains: 2, minItems: 1 }), [1, 2])).toEqual([]);
});

import { expect, test } from 'vitest';
import { validateSchema } from '../../src/runtime/validator.js';

const URIS = {
  6: 'http://json-schema.org/draft-06/schema#',
  7: 'http://json-schema.org/draft-07/schema#',
  2019: 'https://json-schema.org/draft/2019-09/schema',
  2020: 'https://json-schema.org/draft/2020-12/schema',
} as const;
type Draft = keyof typeof URIS;
const ALL: readonly Draft[] = [6, 7, 2019, 2020];

/** What a keyword does in some drafts, to a value that it refuses there; in the others it is no keyword, and refuses nothing. */
const differences: readonly [what: string, schema: object, refused: unknown, drafts: readonly Draft[]][] = [
  ['prefixItems', { prefixItems: [{ type: 'string' }] }, [1], [2020]],
  ['items beside prefixItems', { prefixItems: [{}], items: { type: 'number' } }, ['a', 1], [6, 7, 2019]],
  ['items alone', { items: { type: 'string' } }, [1], ALL],
  ['dependencies on names', { dependencies: { a: ['b'] } }, { a: 1 }, ALL],
  ['dependencies on schemas', { dependencies: { a: { required: ['b'] } } }, { a: 1 }, ALL],
  ['dependentRequired', { dependentRequired: { a: ['b'] } }, { a: 1 }, [2019, 2020]],
  ['dependentSchemas', { dependentSchemas: { a: { required: ['b'] } } }, { a: 1 }, [2019, 2020]],
  ['if, else', { if: { type: 'number' }, else: { minLength: 3 } }, 'x', [7, 2019, 2020]],
  ['contains', { contains: { type: 'string' } }, [1], ALL],
  ['maxContains', { contains: {}, maxContains: 1 }, [1, 2], [2019, 2020]],
  ['minContains', { contains: {}, minContains: 2 }, [1], [2019, 2020]],
  ['exclusiveMinimum', { exclusiveMinimum: 1 }, 1, ALL],
  ['exclusiveMaximum', { exclusiveMaximum: 1 }, 1, ALL],
  ['unevaluatedProperties', { properties: { a: {} }, unevaluatedProperties: false }, { b: 1 }, [2019, 2020]],
  ['unevaluatedItems', { unevaluatedItems: false }, [1], [2019, 2020]],
  ['propertyNames', { propertyNames: { maxLength: 1 } }, { ab: 1 }, ALL],
  ['const', { const: 1 }, 2, ALL],
  [
    'keywords beside a reference',
    { allOf: [{ $ref: '#/definitions/any', maximum: 1 }], definitions: { any: {} } },
    2,
    [2019, 2020],
  ],
  ['a reference into definitions', { $ref: '#/definitions/small', definitions: { small: { maximum: 1 } } }, 2, ALL],
  [
    'an anchor as an identifier',
    { allOf: [{ $ref: '#small' }], definitions: { s: { $id: '#small', maximum: 1 } } },
    2,
    ALL,
  ],
  ['nullable, which is no keyword', { type: 'string', nullable: true }, null, ALL],
];

test.each(differences)('%s', (_what, schema, refused, drafts) => {
  const refusing = ALL.filter((draft) => validateSchema({ $schema: URIS[draft], ...schema }, refused).length > 0);
  expect(refusing).toEqual(drafts);
});

test.each([6, 7, 2019] as const)('tuples of draft %s are lists of items', (draft) => {
  const schema = { $schema: URIS[draft], items: [{ type: 'string' }], additionalItems: { type: 'number' } };
  expect(validateSchema({ ...schema }, ['a', 1])).toEqual([]);
  expect(validateSchema({ ...schema }, [1])).toEqual([{ pointer: '/0', message: 'must be string' }]);
  expect(validateSchema({ ...schema }, ['a', 'b'])).toEqual([{ pointer: '/1', message: 'must be number' }]);
});

test('items that `contains` matches count as evaluated since 2020-12', () => {
  const schema = { contains: { type: 'string' }, unevaluatedItems: { type: 'number' } };
  expect(validateSchema({ $schema: URIS[2019], ...schema }, ['a', 1])).toHaveLength(1);
  expect(validateSchema({ $schema: URIS[2020], ...schema }, ['a', 1])).toEqual([]);
  expect(validateSchema({ $schema: URIS[2020], ...schema }, ['a', 1, null])).toEqual([
    { pointer: '/2', message: 'must be number' },
  ]);
});

test('dependencies of all three spellings add up', () => {
  const schema = {
    dependencies: { a: ['x'] },
    dependentRequired: { a: ['y'] },
    dependentSchemas: { a: { required: ['z'] } },
    unevaluatedProperties: false,
    properties: { a: {}, x: {}, y: {}, z: {} },
  };
  expect(validateSchema({ ...schema }, { a: 1, x: 1, y: 1, z: 1 })).toEqual([]);
  for (const missing of ['x', 'y', 'z']) {
    const value = { a: 1, x: 1, y: 1, z: 1, [missing]: undefined };
    expect(validateSchema({ ...schema }, JSON.parse(JSON.stringify(value)))).toHaveLength(1);
  }
});

test('up to draft-07 an identifier beside a reference changes nothing', () => {
  const schema = {
    $schema: URIS[7],
    $id: 'https://example.org/root',
    definitions: { one: { $id: 'one', const: 1 }, two: { $id: 'elsewhere/one', const: 2 } },
    allOf: [{ $id: 'https://example.org/elsewhere/', $ref: 'one' }],
  };
  expect(validateSchema({ ...schema }, 1)).toEqual([]);
  expect(validateSchema({ ...schema }, 2)).toHaveLength(1);
});

test('a reference that leaves the schema, or leads nowhere, is an error of the program, never a pass', () => {
  for (const $ref of ['https://example.org/other', '#/$defs/absent', '#absent', './file.json']) {
    expect(() => validateSchema({ $ref }, 1)).toThrow(/reference|nothing at/);
  }
});

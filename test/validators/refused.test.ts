import { expect, test } from 'vitest';
import { applyCheck } from '../../src/runtime/schema-check.js';
import { validateSchema } from '../../src/runtime/validator.js';
import { findingsOf } from '../support/contract.js';
import { type BothModes, bothModes, refusalOf } from './project.js';

test.each([
  [
    'a reference that depends on how it is reached',
    { $dynamicRef: '#a', $dynamicAnchor: 'a' },
    'schema/unsupported-keyword',
  ],
  [
    'the same in 2019-09',
    { $schema: 'https://json-schema.org/draft/2019-09/schema', properties: { a: { $recursiveRef: '#' } } },
    'schema/unsupported-keyword',
  ],
  ['the meta-schema', { $ref: 'https://json-schema.org/draft/2020-12/schema' }, 'schema/ref-remote'],
  ['a meta-schema of one’s own', { $schema: 'https://example.org/meta' }, 'schema/dialect'],
  [
    'an embedded schema of another dialect',
    { $defs: { old: { $id: 'https://example.org/old', $schema: 'http://json-schema.org/draft-07/schema#' } } },
    'schema/invalid',
  ],
  ['a reference into data', { $ref: '#/x-data', 'x-data': {} }, 'schema/ref-not-schema'],
])('%s is refused', (_what, schema, code) => {
  expect(refusalOf(schema)).toEqual([code]);
});

test('an embedded schema may repeat the dialect of its root', () => {
  const $schema = 'https://json-schema.org/draft/2020-12/schema';
  expect(refusalOf({ $schema, $defs: { same: { $id: 'https://example.org/same', $schema } } })).toEqual([]);
});

test('beside a root reference, an output may say more; an input may not', () => {
  const tool = (field: string, other: string) =>
    findingsOf(
      `schemas: { A: { type: object } }\ntools:\n  - name: t\n    description: d\n    ${field}: { $ref: "#/schemas/A", required: [x] }\n${other}`,
    );
  expect(tool('outputSchema', '    inputSchema: { type: object }')).toEqual([]);
  expect(tool('inputSchema', '')).toEqual(['schema/ref-siblings 5:26']);
});

test('what is served with a root reference and more is judged by both', async () => {
  const schema = {
    $ref: '#/$defs/named',
    required: ['id'],
    unevaluatedProperties: false,
    $defs: { named: { properties: { name: { type: 'string' }, id: {} } } },
  };
  const anchored = { $ref: '#item', $defs: { item: { $dynamicAnchor: 'item', type: 'string' } } };
  const [both, plain] = await bothModes([schema, anchored]);
  const verdicts = (modes: BothModes | undefined, value: unknown) =>
    modes && [validateSchema(modes.served, value), applyCheck(modes.check, value)].map(({ length }) => length);
  expect(verdicts(both, { id: 1, name: 'x' })).toEqual([0, 0]);
  for (const bad of [{ name: 'x' }, { id: 1, name: 1 }, { id: 1, other: 1 }])
    expect(verdicts(both, bad)).toEqual([1, 1]);
  expect(verdicts(plain, 'x')).toEqual([0, 0]);
  expect(verdicts(plain, 1)).toEqual([1, 1]);
});

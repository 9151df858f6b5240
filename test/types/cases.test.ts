import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.js';
import { declareTypes } from '../../src/types/declare-types.js';

/** One file a case: what goes in, and the text that a reader should find. */
interface Case {
  readonly name: string;
  readonly schema: JsonObject;
  readonly side: 'input' | 'output';
  readonly shared?: Readonly<Record<string, string>>;
  readonly want: readonly string[];
  readonly imports?: readonly string[];
}

const folder = new URL('./cases/', import.meta.url);

for (const file of readdirSync(folder)) {
  test(file.replace('.json', '').replaceAll('-', ' '), () => {
    const { name, schema, side, shared, want, imports } = JSON.parse(
      readFileSync(new URL(file, folder), 'utf8'),
    ) as Case;
    const declared = declareTypes({ schema, name, side, shared: new Map(Object.entries(shared ?? {})) });
    expect(declared.declarations.text.split('\n')).toEqual(want);
    expect(declared.imports).toEqual(imports ?? []);
  });
}

test('names that are taken are not declared', () => {
  const schema = { $defs: { Item: { type: 'string' } }, type: 'object', properties: { a: { $ref: '#/$defs/Item' } } };
  const taken = new Set(['ThingItem']);
  const declared = declareTypes({ schema, name: 'Thing', side: 'input', shared: new Map(), taken });
  expect(declared.names).toEqual(['Thing', 'ThingItem2']);
});

test('the same schema with its members in another order means the same', () => {
  const one = declareTypes({
    schema: { type: 'object', required: ['a'], properties: { a: { minItems: 1, type: 'array' } } },
    name: 'Thing',
    side: 'input',
    shared: new Map(),
  });
  const other = declareTypes({
    schema: { properties: { a: { type: 'array', minItems: 1 } }, required: ['a'], type: 'object' },
    name: 'Thing',
    side: 'input',
    shared: new Map(),
  });
  expect(other.declarations.text).toBe(one.declarations.text);
});

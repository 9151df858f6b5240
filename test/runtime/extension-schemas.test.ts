import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { coreSchema } from '../../src/runtime/core-schema.js';
import { discoverySchema } from '../../src/runtime/discovery-schema.js';
import { checkPayload, type PayloadSchema } from '../../src/runtime/payload.js';

/** What clients check with, by the published schema that it must be. */
const checked: Readonly<Record<string, PayloadSchema>> = { core: coreSchema, discovery: discoverySchema };
const folder = new URL('../../docs/extensions/', import.meta.url);
const published = readdirSync(folder).map((file) => {
  const schema = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly examples: readonly unknown[] };
  return { area: file.replace('.schema.json', ''), schema };
});

/** Without the words: members that validate nothing. Below `properties` and `$defs`, such names are other people's. */
function withoutWords(value: unknown, isSchema = true): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutWords(each));
  if (typeof value !== 'object' || value === null) return value;
  const words = ['$schema', '$id', 'title', 'description', 'examples', '$comment'];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isSchema || !words.includes(key))
      .map(([key, member]) => [key, withoutWords(member, !(isSchema && ['properties', '$defs'].includes(key)))]),
  );
}

test('every area has a published schema, and the client checks with each', () => {
  expect(published.map(({ area }) => area).sort()).toEqual(Object.keys(checked).sort());
});

test('no key is emitted or read that has no published schema', () => {
  const source = new URL('../../src/', import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const texts = files.map((path) => readFileSync(new URL(path, source), 'utf8'));
  const keys = texts.flatMap((text) => [...text.matchAll(/'org\.enhanced-mcp\/(\w+)'/g)].map(([, area = '']) => area));
  expect(new Set(keys)).toEqual(new Set(published.map(({ area }) => area)));
});

test.each(published)('$area: the client checks with what is published', ({ area, schema }) => {
  expect(checked[area]).toEqual(withoutWords(schema));
});

test.each(published)('$area: the schema is one, and every example satisfies it', ({ area, schema }) => {
  const validate = new Ajv2020({ strict: false }).compile(schema);
  expect(schema.examples.length).toBeGreaterThan(0);
  for (const example of schema.examples) {
    expect(validate(example)).toBe(true);
    expect(checkPayload(checked[area] ?? {}, example)).toEqual([]);
  }
});

import { expect, test } from 'vitest';
import { feeds, feedsMapped, schemaAt } from '../../src/flow/flow.js';
import type { JsonObject, JsonValue } from '../../src/json.js';

/** A schema of so many definitions, of which the first is the whole. */
function defined(count: number, definition: (index: number) => JsonObject): JsonObject {
  const definitions = Array.from({ length: count }, (_, index) => [`d${index}`, definition(index)] as const);
  return { $ref: '#/$defs/d0', $defs: Object.fromEntries(definitions) };
}

function to(index: number): JsonValue {
  return { $ref: `#/$defs/d${index}` };
}

/** Circles of two lengths only meet again after as many steps as the product: deeper than a proof may be nested. */
function circle(count: number): JsonObject {
  return defined(count, (index) => ({
    type: 'object',
    properties: { next: to((index + 1) % count), value: { type: index === 0 ? ['string', 'null'] : 'string' } },
  }));
}

const hostile: readonly (readonly [name: string, source: JsonObject, target: JsonObject])[] = [
  ['two circles of many definitions', circle(97), circle(89)],
  [
    'a long chain of definitions',
    defined(3_000, (index) => ({ type: 'object', properties: { next: index === 2_999 ? {} : to(index + 1) } })),
    circle(2),
  ],
  [
    'definitions that lead to combinations of each other',
    defined(12, (index) => ({
      type: 'object',
      properties: { a: { allOf: [to((index + 1) % 12), to((index * 5 + 2) % 12)] }, b: to((index * 7 + 3) % 12) },
    })),
    defined(1, () => ({ type: 'object', properties: { a: to(0), b: to(0), c: false } })),
  ],
  [
    'a thousand choices at once',
    { type: 'object', allOf: Array.from({ length: 1_000 }, (_, i) => ({ anyOf: [`a${i}`, `b${i}`].map(required) })) },
    required('z'),
  ],
  [
    'patterns whose automata multiply',
    { type: 'string', allOf: Array.from({ length: 20 }, (_, i) => ({ pattern: `(a|b)*${'ab'[i % 2]}(a|b){${i}}c` })) },
    { pattern: '(a|b)*a(a|b){9}d' },
  ],
];

function required(name: string): JsonObject {
  return { required: [name] };
}

test.each(hostile)('%s are given up, not followed for ever', (_, source, target) => {
  const verdict = feeds(source, target);
  expect(verdict.ok).toBe(false);
  expect(feedsMapped([{ schema: source, from: '', to: '' }], target).ok).toBe(false);
});

test('a place that is very deep inside is given up', () => {
  const deep = '/a'.repeat(3_000);
  expect(feedsMapped([{ value: 1, to: deep }], { type: 'object', required: ['z'] }).ok).toBe(false);
  expect(schemaAt({ type: 'object', properties: { a: { $ref: '#' } } }, deep)).toMatchObject({ always: false });
});

test('a schema nested as deeply as any is compared', () => {
  const nested = (leaf: JsonObject) => {
    let schema = leaf;
    for (let depth = 0; depth < 100; depth++) schema = { type: 'object', properties: { in: schema }, required: ['in'] };
    return schema;
  };
  expect(feeds(nested({ type: 'string' }), nested({ type: ['string', 'null'] }))).toEqual({ ok: true });
});

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coreSchema } from '../../src/runtime/core-schema.js';
import { discoverySchema } from '../../src/runtime/discovery-schema.js';
import { checkPayload, type PayloadSchema } from '../../src/runtime/payload.js';

/** Payloads are looked up rather than compiled; a validator that is compiled from the published schema must agree. */
const areas: readonly { readonly area: string; readonly schema: PayloadSchema }[] = [
  { area: 'core', schema: coreSchema },
  { area: 'discovery', schema: discoverySchema },
];

function publishedSchema(area: string): { readonly examples: readonly unknown[] } & object {
  return JSON.parse(readFileSync(new URL(`../../docs/extensions/${area}.schema.json`, import.meta.url), 'utf8'));
}

/** The example with one value, somewhere inside, replaced or removed. */
function changed(value: unknown, path: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const inner = changed((value as Record<string, unknown>)[key], path.slice(1), by);
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === key ? inner : each));
  const { [key]: _, ...rest } = value as Record<string, unknown>;
  return inner === undefined ? rest : { ...rest, [key]: inner };
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    '',
    'low',
    'any',
    '2.0',
    'http://a',
    'javascript:',
    -1,
    0,
    0.5,
    1,
    2,
    [],
    {},
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

test.each(areas)('$area: agrees with a compiled validator', ({ area, schema }) => {
  const { examples, ...rest } = publishedSchema(area);
  const validate = new Ajv2020({ strict: false }).compile(rest);
  const seen = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.array(fc.nat(20), { maxLength: 6 }), anything, (example, path, by) => {
      const payload: unknown = JSON.parse(JSON.stringify(changed(example, path, by) ?? null));
      const isValid = validate(payload);
      seen[isValid ? 'valid' : 'invalid']++;
      expect(checkPayload(schema, payload).length === 0).toBe(isValid);
    }),
    { numRuns: 3_000 },
  );
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(50);
});

test('of many faults, the first few are told', () => {
  const payload = { dependencies: Array.from({ length: 1_000 }, () => 1) };
  expect(checkPayload(discoverySchema, payload)).toHaveLength(5);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Acceptance } from '../../src/flow/accepts.js';
import { SchemaGraph } from '../../src/flow/schema-graph.js';
import { Work } from '../../src/flow/work.js';
import type { JsonObject, JsonValue } from '../../src/json.js';
import { validateSchema } from '../../src/runtime/validator.js';
import { type DialectName, dialects, randomSchema, randomValue } from '../types/support/random-schema.js';

/** `FLOW_SEED=<n>` and `FLOW_RUNS=<n>` look elsewhere and longer. */
const seed = Number(process.env['FLOW_SEED'] ?? 20_260_401);
const runs = Number(process.env['FLOW_RUNS'] ?? 300);

const suite = new URL('../../../shared/corpus/json-schema-test-suite/tests/draft2020-12/', import.meta.url);

interface Group {
  readonly description: string;
  readonly schema: JsonObject | boolean;
  readonly tests: readonly { readonly description: string; readonly data: JsonValue }[];
}

function accepts(schema: JsonObject, value: JsonValue): boolean {
  const work = new Work();
  const [root] = new SchemaGraph([schema], work).roots;
  return root !== undefined && new Acceptance(work).accepts(root, value);
}

test(`a value is judged as the generated validators judge it, in all dialects (seed ${seed})`, () => {
  const counts = { valid: 0, invalid: 0 };
  for (const dialect of Object.keys(dialects) as DialectName[]) {
    const pairs = fc.sample(fc.tuple(randomSchema(dialect), fc.array(randomValue, { minLength: 12, maxLength: 12 })), {
      seed,
      numRuns: runs,
    });
    for (const [schema, values] of pairs) {
      for (const value of values) {
        const isValid = validateSchema(schema, value).length === 0;
        counts[isValid ? 'valid' : 'invalid'] += 1;
        const about = JSON.stringify({ schema, value });
        expect(accepts(schema, value), about).toBe(isValid);
      }
    }
  }
  expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(runs * 5);
});

test.skipIf(!existsSync(suite))(
  'a value of the official test suite is judged as the generated validators judge it',
  () => {
    const files = readdirSync(suite).filter((file) => file.endsWith('.json'));
    let judged = 0;
    for (const file of files) {
      for (const { schema, description, tests } of JSON.parse(readFileSync(new URL(file, suite), 'utf8')) as Group[]) {
        // No contract can hold a member of that name, for what it means to JavaScript.
        if (typeof schema === 'boolean' || JSON.stringify(schema).includes('__proto__')) continue;
        if (!isSelfContained(schema)) continue;
        for (const { data, description: what } of tests) {
          const isValid = validateSchema(schema, data).length === 0;
          expect(accepts(schema, data), `${file}: ${description}: ${what}`).toBe(isValid);
          judged += 1;
        }
      }
    }
    expect(judged).toBeGreaterThan(1_000);
  },
);

/** Whether the validators take the schema at all. */
function isSelfContained(schema: JsonObject): boolean {
  try {
    validateSchema(schema, null);
    return true;
  } catch {
    return false;
  }
}

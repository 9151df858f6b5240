import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../../src/json.js';
import { validateSchema } from '../../src/runtime/validator.js';
import { declareTypes } from '../../src/types/declare-types.js';
import { loadMeasure } from './support/measure.js';
import { type DialectName, dialects, randomSchema, randomValue } from './support/random-schema.js';

const { assign } = await loadMeasure();

/** `TYPES_SEED=<n>` and `TYPES_RUNS=<n>` look elsewhere and longer. */
const seed = Number(process.env['TYPES_SEED'] ?? 20_260_101);
const runs = Number(process.env['TYPES_RUNS'] ?? 100);
// Plain ajv is no judge here, since it misreads `unevaluatedItems` beside a branch that does not apply. The validation of tools is
// held against the official test suite.
const valuesPerSchema = 16;

test(`random schemas of all dialects: types take what validation takes (seed ${seed})`, () => {
  const items = (Object.keys(dialects) as DialectName[]).flatMap((dialect) =>
    fc
      .sample(
        fc.tuple(
          randomSchema(dialect),
          fc.array(randomValue, { minLength: valuesPerSchema, maxLength: valuesPerSchema }),
        ),
        {
          seed,
          numRuns: runs,
        },
      )
      .map(([schema, values]) => ({
        schema,
        values,
        isValid: (value: JsonValue) => validateSchema(schema, value).length === 0,
      })),
  );
  const wrong: { problem: string; schema: string; value?: string; text: string }[] = [];
  const counts = { valid: 0, invalid: 0, refused: 0 };
  for (const [index, { text, broken, refused }] of assign(items, declareTypes).entries()) {
    const { schema, values, isValid } = items[index] ?? { schema: {}, values: [], isValid: () => false };
    if (broken !== undefined) wrong.push({ problem: broken, schema: JSON.stringify(schema), text: typesOf(text) });
    for (const [valueIndex, value] of values.entries()) {
      const { literal, variable } = refused[valueIndex] ?? {};
      const problem = literal ?? variable;
      counts[isValid(value) ? 'valid' : 'invalid'] += 1;
      if (!isValid(value)) counts.refused += Number(literal !== undefined);
      else if (problem !== undefined)
        wrong.push({ problem, schema: JSON.stringify(schema), value: JSON.stringify(value), text: typesOf(text) });
    }
  }
  wrong.sort((a, b) => a.schema.length - b.schema.length);
  expect(wrong.slice(0, 3), `${wrong.length} wrong, seed ${seed}`).toEqual([]);
  expect(counts.valid).toBeGreaterThan(runs * 10);
  expect(counts.refused / counts.invalid).toBeGreaterThan(0.8);
});

/** The types, without the values that are assigned to them. */
function typesOf(text: string): string {
  return text.split('\nexport const literal0')[0] ?? '';
}

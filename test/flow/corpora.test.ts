import { expect, test } from 'vitest';
import { feeds } from '../../src/flow/flow.js';
import type { JsonObject, JsonValue } from '../../src/json.js';
import { validateSchema } from '../../src/runtime/validator.js';
import { type CorpusSchema, corpusSchemas } from '../types/support/corpora.js';
import { valuesOf } from './value-maker.js';

/** Without ../shared there is nothing to test here. */
const schemas = corpusSchemas().filter(({ schema }) => isUsable(schema));
const valuesEach = 8;
/** Of each corpus so many schemas are held against each other; `FLOW_MOST=<n>` for more. */
const mostEach = Number(process.env['FLOW_MOST'] ?? 12);

/** Whether the validators take the schema at all: some servers publish what is none. */
function isUsable(schema: JsonObject): boolean {
  try {
    validateSchema(schema, {});
    return true;
  } catch {
    return false;
  }
}

test.skipIf(schemas.length === 0)('every schema of a published tool feeds itself', () => {
  const shares = (['input', 'output'] as const).map((side) => {
    const all = schemas.filter((each) => each.side === side);
    const not = all.filter(({ schema }) => !feeds(schema, structuredClone(schema)).ok);
    return { side, all: all.length, not: not.map(({ place }) => place) };
  });
  print(shares);
  expect(shares.flatMap(({ not }) => not)).toEqual([]);
});

test.skipIf(schemas.length === 0)('no value of a published tool is refused where it is said to fit', () => {
  const byCorpus = new Map<string, CorpusSchema[]>();
  for (const each of schemas) byCorpus.set(each.corpus, [...(byCorpus.get(each.corpus) ?? []), each]);
  const counts = { pairs: 0, ok: 0, unproven: 0, values: 0 };
  const wrong: object[] = [];
  const known = new Map<JsonObject, readonly JsonValue[]>();
  const validOf = ({ schema }: CorpusSchema): readonly JsonValue[] => {
    const found = known.get(schema) ?? valuesOf(schema, 1, valuesEach).filter((value) => isValid(schema, value));
    known.set(schema, found);
    return found;
  };
  for (const all of byCorpus.values()) {
    const targets = all.filter(({ side }) => side === 'input').slice(0, mostEach);
    const sources = [...all.filter(({ side }) => side === 'output').slice(0, mostEach), ...targets];
    for (const source of sources) {
      for (const target of targets) {
        if (source === target || !isPlausible(source.schema, target.schema)) continue;
        counts.pairs += 1;
        const verdict = feeds(source.schema, target.schema);
        if (!verdict.ok) {
          counts.unproven += Number(verdict.reasons.every(({ certain }) => !certain));
          for (const { certain, example } of verdict.reasons) {
            if (certain && example !== undefined && isValid(target.schema, example))
              wrong.push({ source: source.place, target: target.place, example });
          }
          continue;
        }
        counts.ok += 1;
        for (const value of validOf(source)) {
          counts.values += 1;
          if (!isValid(target.schema, value)) wrong.push({ source: source.place, target: target.place, value });
        }
      }
    }
  }
  print(counts);
  expect(wrong.slice(0, 3), `${wrong.length} wrong`).toEqual([]);
  expect(counts.ok).toBeGreaterThan(100);
  expect(counts.values).toBeGreaterThan(500);
});

function isValid(schema: JsonObject, value: JsonValue): boolean {
  return validateSchema(schema, value).length === 0;
}

/** The source has what the target requires, so that somebody might compose the two. */
function isPlausible(source: JsonObject, target: JsonObject): boolean {
  const [has, needs] = [namesIn(source['properties']), target['required']];
  return Array.isArray(needs) ? needs.every((name) => has.includes(String(name))) : true;
}

function namesIn(properties: JsonValue | undefined): readonly string[] {
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

/** `FLOW_FIGURES=1` says what was looked at. */
function print(figures: object): void {
  if (process.env['FLOW_FIGURES'] !== undefined) process.stdout.write(`${JSON.stringify(figures)}\n`);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Constant, feeds, feedsMapped, type Piece, schemaAt, type Verdict } from '../../src/flow/flow.js';
import { valueAt } from '../../src/flow/part-at.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/json.js';
import { stepsOf } from '../../src/runtime/json.js';
import { validateSchema } from '../../src/runtime/validator.js';
import { assembleRest } from '../../src/runtime/workflow-assembly.js';
import { WorkflowScope } from '../../src/runtime/workflow-scope.js';
import { type DialectName, dialects, randomSchema, randomValue } from '../types/support/random-schema.js';
import { valuesOf } from './value-maker.js';

/** `FLOW_SEED=<n>` and `FLOW_RUNS=<n>` look elsewhere and longer. */
const seed = Number(process.env['FLOW_SEED'] ?? 20_260_401);
const runs = Number(process.env['FLOW_RUNS'] ?? 40);
const valuesEach = 24;

const names = Object.keys(dialects) as DialectName[];
const anySchema = fc.constantFrom(...names).chain(randomSchema);
const fewPointers = fc.constantFrom('', '/a', '/b', '/a/b', '/0', '/x-a', '/a/0');

/** A schema near another: of the same keywords, some of them gone or changed. Independent ones hardly ever fit. */
function near(schema: JsonObject): fc.Arbitrary<JsonObject> {
  return fc.tuple(anySchema, fc.array(fc.nat(30), { maxLength: 3 })).map(([other, at]) => {
    const copy = structuredClone(schema);
    for (const index of at) {
      const places = [...placesOf(copy)];
      const [owner, key] = places[index % Math.max(places.length, 1)] ?? [copy, ''];
      const given = other[key];
      if (key === '$schema' || key === '$defs' || key === 'definitions') continue;
      if (given !== undefined && index % 2 === 0) owner[key] = given;
      else delete owner[key];
    }
    return {
      ...copy,
      $defs: (schema['$defs'] ?? {}) as JsonObject,
      definitions: (schema['definitions'] ?? {}) as JsonObject,
    };
  });
}

function* placesOf(value: JsonValue): Generator<[JsonObject, string]> {
  if (Array.isArray(value)) for (const item of value) yield* placesOf(item);
  if (!isJsonObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    yield [value, key];
    yield* placesOf(member);
  }
}

const pair = anySchema.chain((source) =>
  fc.tuple(fc.constant(source), fc.oneof(near(source), near(source), anySchema)),
);

function isValid(schema: JsonObject, value: JsonValue): boolean {
  return validateSchema(schema, value).length === 0;
}

/** Random ones, made ones, and those that the other side was made for. */
function candidates(schema: JsonObject, others: readonly JsonObject[], at: number): readonly JsonValue[] {
  const drawn = fc.sample(randomValue, { seed: seed + at, numRuns: valuesEach });
  return [...drawn, ...[schema, ...others].flatMap((each) => valuesOf(each, seed + at, valuesEach))];
}

function isUsable(...schemas: readonly JsonObject[]): boolean {
  try {
    for (const schema of schemas) validateSchema(schema, null);
    return true;
  } catch {
    return false;
  }
}

interface Wrong {
  readonly about: object;
  readonly value: JsonValue;
}

function expectNone(wrong: readonly Wrong[]): void {
  const [first] = wrong.toSorted((a, b) => JSON.stringify(a.about).length - JSON.stringify(b.about).length);
  expect(first, `${wrong.length} wrong, the smallest: ${JSON.stringify(first)}`).toBeUndefined();
}

/** What a reason that is certain shows is refused indeed. */
function falseExamples(verdict: Verdict, target: JsonObject, about: object): readonly Wrong[] {
  if (verdict.ok) return [];
  return verdict.reasons.flatMap(({ certain, example }) =>
    certain && example !== undefined && isValid(target, example) ? [{ about, value: example }] : [],
  );
}

test(`no value of a source is refused where it is said to fit (seed ${seed})`, () => {
  const wrong: Wrong[] = [];
  const counts = { ok: 0, not: 0, values: 0, missed: 0 };
  for (const [at, [source, target]] of fc.sample(pair, { seed, numRuns: runs * 8 }).entries()) {
    if (!isUsable(source, target)) continue;
    const verdict = feeds(source, target);
    const valid = candidates(source, [target], at).filter((value) => isValid(source, value));
    counts.values += valid.length;
    wrong.push(...falseExamples(verdict, target, { source, target }));
    const refused = valid.find((value) => !isValid(target, value));
    counts[verdict.ok ? 'ok' : 'not'] += 1;
    if (verdict.ok && refused !== undefined) wrong.push({ about: { source, target }, value: refused });
    if (!verdict.ok && refused === undefined && valid.length > 10) counts.missed += 1;
  }
  if (process.env['FLOW_FIGURES'] !== undefined) process.stdout.write(`${JSON.stringify(counts)}\n`);
  expectNone(wrong);
  expect(Math.min(counts.ok, counts.not)).toBeGreaterThan(runs / 2);
});

const piece = fc.record({
  from: fewPointers,
  to: fc.constantFrom('', '/a', '/b', '/a/b', '/x-a', '/c d', '/b/a'),
  optional: fc.boolean(),
  fallback: fc.option(randomValue),
  source: fc.constantFrom('s', 's', 't', undefined),
  constant: fc.option(randomValue, { freq: 4 }),
});

type Drawn = fc.Arbitrary<unknown> extends never ? never : typeof piece extends fc.Arbitrary<infer T> ? T : never;

/** Pieces out of two values: those named `s` are of the first, `t` of the second, the others independently of the first. */
function piecesOf(drawn: readonly Drawn[], schemas: readonly [JsonObject, JsonObject]): (Piece | Constant)[] {
  const isOptional = new Map(drawn.map((each) => [each.source, each.optional] as const));
  return drawn.map((each): Piece | Constant => {
    const { from, to, fallback, source, constant } = each;
    // `null` is what fast-check draws for none.
    if (constant !== null) return { value: constant, to };
    return {
      schema: source === 't' ? schemas[1] : schemas[0],
      from,
      to,
      ...(isOptional.get(source) === true ? { optional: true } : {}),
      ...(fallback === null ? {} : { default: fallback }),
      ...(source === undefined ? {} : { source }),
    };
  });
}

/** What the run-time assembly makes of the values, each piece's by its origin; `undefined` for a skipped step. */
function assembled(
  pieces: readonly (Piece | Constant)[],
  valueFor: (origin: string) => JsonValue | undefined,
): JsonValue {
  const scope = new WorkflowScope(null);
  const mappings = pieces.map((each, index) => {
    if (!('from' in each)) return each;
    const origin = each.source ?? `p${index}`;
    const step = { id: origin, inputs: [], after: [], errorHandling: { strategy: 'abort' } } as const;
    const value = valueFor(origin);
    if (value === undefined) scope.skip(step);
    else scope.finish(step, value);
    return { ...each, from: origin + each.from };
  });
  const made = assembleRest(mappings, scope) as JsonValue | undefined;
  return made === undefined ? {} : made;
}

test(`nothing that is assembled is refused where it is said to fit (seed ${seed})`, () => {
  const wrong: Wrong[] = [];
  const counts = { ok: 0, not: 0, values: 0 };
  const drawn = fc.tuple(pair, anySchema, fc.array(piece, { minLength: 1, maxLength: 4 }));
  for (const [at, [[source, target], second, list]] of fc.sample(drawn, { seed, numRuns: runs * 8 }).entries()) {
    if (!isUsable(source, target, second)) continue;
    const pieces = piecesOf(list, [source, second]);
    const verdict = feedsMapped(pieces, target);
    counts[verdict.ok ? 'ok' : 'not'] += 1;
    wrong.push(...falseExamples(verdict, target, { pieces, target }));
    if (!verdict.ok) continue;
    const [ofSource, ofSecond] = [
      candidates(source, [target], at).filter((value) => isValid(source, value)),
      candidates(second, [target], at).filter((value) => isValid(second, value)),
    ];
    const isOptional = (origin: string) =>
      pieces.some((each, index) => 'from' in each && (each.source ?? `p${index}`) === origin && each.optional === true);
    if (pieces.some((each) => 'from' in each && (each.source === 't' ? ofSecond : ofSource).length === 0)) continue;
    for (let round = 0; round < valuesEach; round++) {
      const chosen = new Map<string, JsonValue | undefined>();
      const value = assembled(pieces, (origin) => {
        if (!chosen.has(origin)) {
          const values = origin === 't' ? ofSecond : ofSource;
          const isSkipped = isOptional(origin) && round % 3 === 0;
          chosen.set(origin, isSkipped ? undefined : values[(round * 7 + chosen.size * 3) % values.length]);
        }
        return chosen.get(origin);
      });
      counts.values += 1;
      if (!isValid(target, value)) wrong.push({ about: { pieces, target, from: Object.fromEntries(chosen) }, value });
    }
  }
  if (process.env['FLOW_FIGURES'] !== undefined) process.stdout.write(`${JSON.stringify(counts)}\n`);
  expectNone(wrong);
  expect(Math.min(counts.ok, counts.not)).toBeGreaterThan(runs / 4);
});

test(`what is known of a part holds for every such part (seed ${seed})`, () => {
  const wrong: Wrong[] = [];
  const counts = { parts: 0, never: 0 };
  for (const [at, [schema, pointer]] of fc
    .sample(fc.tuple(anySchema, fewPointers), { seed, numRuns: runs * 4 })
    .entries()) {
    if (!isUsable(schema)) continue;
    const known = schemaAt(schema, pointer);
    for (const value of candidates(schema, [], at)) {
      if (!isValid(schema, value)) continue;
      const part = valueAt(value, stepsOf(pointer));
      const isWrong = part === undefined ? known?.always === true : known === undefined || !isValid(known.schema, part);
      if (isWrong) wrong.push({ about: { schema, pointer, known: known ?? null }, value });
      counts[part === undefined ? 'never' : 'parts'] += 1;
    }
  }
  expectNone(wrong);
  expect(Math.min(counts.parts, counts.never)).toBeGreaterThan(runs);
});

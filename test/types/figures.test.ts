import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declareTypes } from '../../src/types/declare-types.js';
import { type CorpusSchema, corpusSchemas } from './support/corpora.js';
import { loadMeasure } from './support/measure.js';
import { noOpenness, type Openness, opennessOfSchema, opennessOfTypes } from './support/openness.js';
import { probesOf } from './support/probes.js';
import { validatorOf } from './support/validator.js';

// What the types tell, in numbers. All is skipped where ../shared is absent. UPDATE_DOCS=1 writes docs/types.md anew.

const { assign, measure, suiteGroups, table } = await loadMeasure();
const groups = suiteGroups();
const schemas = corpusSchemas();
const isAbsent = groups === undefined || schemas.length === 0;
const page = new URL('../../docs/types.md', import.meta.url);
const sections: string[] = [];

/** Reached; to be raised with the types. Issue 3 asks for 54 % and 56 % of the suite, 84 % and 93 % of the probes. */
const floor = { suiteVariable: 317, suiteLiteral: 339, probesVariable: 0.9, probesLiteral: 0.98 };
const seed = 20_260_101;

test.skipIf(isAbsent)('the official suite: every valid instance is taken', () => {
  const result = measure(groups ?? [], declareTypes);
  const wrong = result.faults.filter(({ kind }) => kind !== 'takes an invalid value');
  expect(
    wrong.map(({ kind, group, test: { description } = { description: '' } }) => [kind, group.description, description]),
  ).toEqual([]);
  const { total } = result;
  expect(total.groups).toBeGreaterThanOrEqual(361);
  expect(total.valid + total.invalid).toBeGreaterThanOrEqual(1_250);
  expect(total.rejectedVariable).toBeGreaterThanOrEqual(floor.suiteVariable);
  expect(total.rejectedLiteral).toBeGreaterThanOrEqual(floor.suiteLiteral);
  sections.push(suiteText, table(result));
});

/** Every eighth of the largest servers' schemas, whose tools are alike, and all others. */
function toProbe({ corpus }: CorpusSchema, index: number): boolean {
  return !corpus.startsWith('jmrplens') || index % 8 === 0;
}

test.skipIf(isAbsent)(`probes of the corpora: every valid one is taken (seed ${seed})`, () => {
  const items = schemas.filter(toProbe).map(({ place, schema }, index) => {
    return { place, schema, values: probesOf(schema, seed + index, 3), isValid: validatorOf(schema) };
  });
  const wrong: string[][] = [];
  const counts = { valid: 0, invalid: 0, literal: 0, variable: 0 };
  for (const [index, { broken, refused }] of assign(items, declareTypes).entries()) {
    const item = items[index];
    if (broken !== undefined) wrong.push([item?.place ?? '', broken]);
    for (const [valueIndex, value] of (item?.values ?? []).entries()) {
      const { literal, variable } = refused[valueIndex] ?? {};
      if (item?.isValid(value)) {
        counts.valid += 1;
        const problem = literal ?? variable;
        if (problem !== undefined) wrong.push([item.place, JSON.stringify(value), problem]);
      } else {
        counts.invalid += 1;
        counts.literal += Number(literal !== undefined);
        counts.variable += Number(variable !== undefined);
      }
    }
  }
  expect(wrong.slice(0, 5), `${wrong.length} wrong, seed ${seed}`).toEqual([]);
  expect(counts.valid).toBeGreaterThan(5_000);
  expect(counts.variable / counts.invalid).toBeGreaterThan(floor.probesVariable);
  expect(counts.literal / counts.invalid).toBeGreaterThan(floor.probesLiteral);
  sections.push(
    probesText,
    rows([
      ['schemas', 'valid probes accepted', 'invalid rejected (variable)', 'invalid rejected (literal)'],
      [
        String(items.length),
        share(counts.valid, counts.valid),
        share(counts.variable, counts.invalid),
        share(counts.literal, counts.invalid),
      ],
    ]),
  );
});

test.skipIf(isAbsent)('types of the corpora are no more open than their schemas', () => {
  const [types, own] = [noOpenness(), noOpenness()];
  for (const { side, schema } of schemas) {
    opennessOfTypes(declareTypes({ schema, name: 'Tool', side, shared: new Map() }).declarations.text, types);
    opennessOfSchema(schema, own);
  }
  expect(types.any).toBe(0);
  expect(types.unknown).toBeLessThanOrEqual(own.unknown);
  expect(types.openToAll).toBeLessThanOrEqual(own.openToAll);
  expect(types.open).toBeLessThanOrEqual(own.open);
  const row = (name: string, { places, any, unknown, open, openToAll }: Openness) => [
    name,
    String(places),
    share(any, places),
    share(unknown, places),
    share(open, places),
    share(openToAll, places),
  ];
  sections.push(
    opennessText,
    rows([
      ['', 'places', '`any`', '`unknown`', 'index signatures', 'of them to `unknown`'],
      row('generated types', types),
      row('the schemas themselves', own),
    ]),
  );
});

test.skipIf(isAbsent)('docs/types.md says so', () => {
  const text = `${sections.join('\n\n')}\n`;
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, text);
  expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(text);
});

const suiteText = `# What the types tell

<!-- Written by test/types/figures.test.ts; UPDATE_DOCS=1 writes it anew. -->

A generated type takes every value that its schema takes. Of the other values it refuses what TypeScript can say and a reader
can follow. Bounds, patterns and formats are told in comments; where a type is weaker than its schema for another reason, a
\`@remarks\` names the keyword. All of it is checked when a tool is called.

On purpose, bounds of arrays make no tuples: \`minItems: 1\` is \`T[]\`, because what a caller holds, and what \`map\` gives
back, is an array of unknown length. Tuples come from \`prefixItems\` only, and from \`items\` as a list in older dialects.

## The official test suite

JSON-Schema-Test-Suite, draft2020-12, without the groups that need a second document. Each instance is assigned to the type of
its schema, through a variable of its exact type and as a fresh literal, with TypeScript 5.9 and \`strict\`.`;

const probesText = `## Schemas of real servers

Probes made from the schemas, and each twice with one thing changed; ajv says which are valid.`;

const opennessText = `## How open types and schemas are

All types of all corpora, counted in the text of the types and in the schemas. A place is a member, an item, or what other members
may be. A schema is open at a place where it says nothing of the value, and an object is where it takes members that it does not
list.`;

function rows(lines: readonly (readonly string[])[]): string {
  const [head = [], ...body] = lines;
  return [head, head.map(() => '---'), ...body].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function share(part: number, whole: number): string {
  return `${part}/${whole} (${((100 * part) / whole).toFixed(1)} %)`;
}

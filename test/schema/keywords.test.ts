import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import type { JsonObject, JsonValue } from '../../src/json.js';
import { checkKeywords, type Locate } from '../../src/schema/check-keywords.js';
import type { Dialect } from '../../src/schema/dialect.js';
import { codeKeywords, keywordsOf, unsupportedKeywords } from '../../src/schema/keywords.js';
import { walk } from '../../src/schema/walk.js';

const draft06 = createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json') as JsonObject;

const options = { strict: false, validateFormats: false } as const;
const engines = {
  '2020-12': { ajv: new Ajv2020(options), id: 'https://json-schema.org/draft/2020-12/schema' },
  '2019-09': { ajv: new Ajv2019(options), id: 'https://json-schema.org/draft/2019-09/schema' },
  'draft-07': { ajv: new Ajv(options), id: 'http://json-schema.org/draft-07/schema#' },
  'draft-06': { ajv: new Ajv(options).addMetaSchema(draft06), id: 'http://json-schema.org/draft-06/schema#' },
} as const satisfies Record<Dialect, unknown>;

/** Places do not matter here, but that a key has another than its value. */
const file = new SourceFile('a.yaml', 'key: value');
const locate: Locate = (_path, target) => ({ file, start: target === 'key' ? 0 : 5, end: 10 });

/** What we say of a whole schema. */
function accepts(schema: JsonObject, dialect: Dialect): boolean {
  for (const each of walk(schema, dialect)) {
    if (typeof each.schema === 'boolean') continue;
    const errors = checkKeywords(each.schema, each.path, dialect, locate);
    if (errors.some((error) => error.severity === 'error')) return false;
  }
  return true;
}

/** Values of every kind that a keyword could take, right or wrong. */
const someValue: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(null, true, false, 0, 1, -1, 1.5, '', 'x', 'string', 'integer', '#/x', 'abc_1', {}, []),
  fc.constantFrom<JsonValue>(
    ['string'],
    ['string', 'null'],
    ['string', 'string'],
    ['a', 1],
    [{}],
    [true, {}],
    [[]],
    ['nope'],
  ),
  fc.constantFrom<JsonValue>(
    { a: {} },
    { a: true },
    { a: ['b'] },
    { a: ['b', 'b'] },
    { a: 1 },
    { a: [] },
    { a: { type: 'nope' } },
  ),
  fc.constantFrom<JsonValue>({ type: 'string' }, { minLength: -1 }, { items: { type: ['null', 'null'] } }),
);

/** Where we differ from the meta-schemas on purpose: patterns have to compile, generators' words and two references are refused. */
const different = new Set([
  'pattern',
  'patternProperties',
  '$schema',
  '$id',
  '$ref',
  ...codeKeywords,
  ...unsupportedKeywords,
]);

/** draft-06 wants an `enum` that is unique and not empty, its successors do not; ajv's draft-07 is an early one, without `writeOnly`. */
const alsoDifferent: Readonly<Partial<Record<Dialect, readonly string[]>>> = {
  'draft-06': ['enum'],
  'draft-07': ['enum', 'writeOnly'],
};

test.each(Object.keys(engines) as Dialect[])('the table of %s says what its meta-schema says', (dialect) => {
  const { ajv, id } = engines[dialect];
  const validate = ajv.getSchema(id);
  if (validate === undefined) throw new Error(`no meta-schema ${id}`);
  const skip = new Set([...different, ...(alsoDifferent[dialect] ?? [])]);
  const keyword = fc.constantFrom(
    ...[...keywordsOf(dialect).keys()].filter((each) => !skip.has(each)),
    'unknown',
    'x-own',
  );
  const schema = fc.dictionary(keyword, someValue, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  fc.assert(
    fc.property(schema, (each) => {
      expect(accepts(each, dialect), JSON.stringify(each)).toBe(validate(each));
    }),
    { numRuns: 3000 },
  );
});

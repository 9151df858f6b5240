import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/json.js';
import { keywordsOf } from '../../src/schema/keywords.js';

/** Tools to change at random: those of this repository, and of real servers where their answers lie beside the checkout. */
export function seedTools(): JsonObject[] {
  const own = new URL('../../manifests/', import.meta.url);
  const found = readdirSync(own).flatMap((name) => toolsIn(parse(readFileSync(new URL(name, own), 'utf8'))));
  const corpus = new URL('../../../shared/corpus/tools/', import.meta.url);
  if (!existsSync(corpus)) return found;
  const real = readdirSync(corpus).flatMap((name) => toolsIn(JSON.parse(readFileSync(new URL(name, corpus), 'utf8'))));
  // Every 20th, and none that is so large that it hides what was changed.
  return [...found, ...real.filter((tool, index) => index % 20 === 0 && JSON.stringify(tool).length < 3_000)];
}

function toolsIn(value: unknown): JsonObject[] {
  const tools = isJsonObject(value) ? value['tools'] : undefined;
  return Array.isArray(tools) ? tools.filter(isJsonObject) : [];
}

const keywords = [...keywordsOf('2020-12').keys()];
const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

/** Texts that have broken generators before, and some that have not. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    ...[
      'a',
      'b',
      'type',
      'name',
      'toString',
      'constructor',
      '__proto__',
      '$ref',
      '*/',
      `\`\${x}\``,
      "'; x(); '",
      '\u2028',
    ],
    ...[
      '</script>',
      '{{x}}',
      '\\',
      '\n',
      '#/$defs/a',
      '#/schemas/A',
      './a.yaml#/schemas/A',
      'http://127.0.0.1/x',
      '^(a+)+$',
    ],
  ),
);

const small = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -3, max: 9 }),
  fc.double({ noNaN: true }),
  text,
  fc.constantFrom(...types),
);

/** Any JSON at all. */
export const anything: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    small,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...keywords), text), tie('value'), { maxKeys: 5 }),
  ),
})).value as fc.Arbitrary<JsonValue>;

/** What looks like a schema, and mostly is one. */
export const schema: fc.Arbitrary<JsonValue> = fc.letrec<{ schema: JsonValue }>((tie) => {
  const map = fc.dictionary(fc.oneof(fc.constantFrom('a', 'b', 'c'), text), tie('schema'), { maxKeys: 3 });
  const list = fc.array(tie('schema'), { minLength: 1, maxLength: 3 });
  const count = fc.integer({ min: 0, max: 4 });
  const bound = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0.5, 1e21, -0.1));
  const members = {
    type: fc.oneof(
      fc.constantFrom(...types),
      fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
    ),
    title: text,
    description: text,
    default: anything,
    examples: fc.array(anything, { maxLength: 2 }),
    const: anything,
    enum: fc.array(anything, { maxLength: 4 }),
    format: fc.oneof(text, fc.constantFrom('date-time', 'email', 'uri', 'uuid')),
    pattern: fc.oneof(text, fc.constantFrom('^[a-z]+$', '\\d{2,3}', '(', '^\\p{L}*$')),
    minimum: bound,
    maximum: bound,
    exclusiveMinimum: bound,
    multipleOf: bound,
    minLength: count,
    maxLength: count,
    minItems: count,
    maxItems: count,
    uniqueItems: fc.boolean(),
    required: fc.uniqueArray(fc.oneof(fc.constantFrom('a', 'b'), text), { maxLength: 3 }),
    properties: map,
    patternProperties: map,
    additionalProperties: tie('schema'),
    propertyNames: tie('schema'),
    dependentRequired: fc.dictionary(text, fc.uniqueArray(text, { maxLength: 2 }), { maxKeys: 2 }),
    dependentSchemas: map,
    items: tie('schema'),
    prefixItems: list,
    contains: tie('schema'),
    minContains: count,
    unevaluatedProperties: tie('schema'),
    unevaluatedItems: tie('schema'),
    allOf: list,
    anyOf: list,
    oneOf: list,
    not: tie('schema'),
    if: tie('schema'),
    // biome-ignore lint/suspicious/noThenProperty: the keyword's name.
    then: tie('schema'),
    else: tie('schema'),
    $ref: fc.constantFrom(
      '#',
      '#/$defs/a',
      '#/$defs/b',
      '#/schemas/A',
      '#/properties/a',
      '#a',
      '#/$defs/missing',
      './x.yaml#/schemas/A',
    ),
    $defs: map,
    $anchor: fc.constantFrom('a', 'b'),
    deprecated: fc.boolean(),
    readOnly: fc.boolean(),
  };
  // One keyword at a time: a record of all of them would make them all.
  const member = fc.oneof(
    ...Object.entries(members).map(([key, arbitrary]) =>
      fc.tuple(fc.constant(key), arbitrary as fc.Arbitrary<JsonValue>),
    ),
  );
  return {
    schema: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<JsonValue>(true, false, {}, { type: 'string' }, { type: 'integer', minimum: 1 }),
      fc.array(member, { maxLength: 5 }).map((entries) => Object.fromEntries(entries) as JsonObject),
    ),
  };
}).schema as fc.Arbitrary<JsonValue>;

/** One change at one place: removed, replaced, renamed, doubled, wrapped, or moved from elsewhere. */
export interface Mutation {
  readonly place: number;
  readonly kind: 'remove' | 'replace' | 'rename' | 'wrap' | 'copy' | 'add';
  readonly other: number;
  readonly value: JsonValue;
  readonly name: string;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom('remove', 'replace', 'rename', 'wrap', 'copy', 'add'),
  other: fc.nat(),
  value: fc.oneof(anything, schema),
  name: fc.oneof(
    fc.constantFrom(
      ...[...keywords, 'name', 'inputSchema', 'outputSchema', 'annotations', 'unsafe_text', 'semantics', 'composition'],
      ...[
        'side_effects',
        'composable_with',
        'mappings',
        'from',
        'to',
        'steps',
        'conditions',
        'error_handling',
        'workflow',
      ],
    ),
    text,
  ),
});

/** A changed copy. */
export function mutate(root: JsonValue, { place, kind, other, value, name }: Mutation): JsonValue {
  const copy = JSON.parse(JSON.stringify(root)) as JsonValue;
  const slots = slotsOf(copy);
  const slot = slots[place % Math.max(1, slots.length)];
  if (slot === undefined) return value;
  const { holder, key } = slot;
  const old = get(holder, key);
  switch (kind) {
    case 'remove':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 'replace':
      set(holder, key, value);
      break;
    case 'rename':
      if (Array.isArray(holder)) holder.push(old);
      else {
        delete holder[key];
        set(holder, name, old);
      }
      break;
    case 'wrap':
      set(holder, key, place % 2 === 0 ? [old] : { [name]: old });
      break;
    case 'copy': {
      const from = slots[other % slots.length];
      if (from !== undefined) set(holder, key, JSON.parse(JSON.stringify(get(from.holder, from.key))) as JsonValue);
      break;
    }
    case 'add':
      if (isJsonObject(old)) set(old, name, value);
      else if (Array.isArray(old)) old.push(value);
  }
  return copy;
}

type Holder = JsonObject | JsonValue[];

function slotsOf(root: JsonValue): { holder: Holder; key: string }[] {
  if (typeof root !== 'object' || root === null) return [];
  return Object.entries(root).flatMap(([key, value]) => [{ holder: root, key }, ...slotsOf(value)]);
}

function get(holder: Holder, key: string): JsonValue {
  return (holder as JsonObject)[key] ?? null;
}

/** An own member whatever its name is. */
function set(holder: Holder, key: string, value: JsonValue): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

import type { JsonObject, JsonValue } from '../../../json.js';
import { html, join, nothing } from '../html/html.js';
import { inlineJson } from '../html/json-code.js';
import { code, text } from '../html/text.js';
import { grouped } from '../words.js';
import type { Fact } from './schema-node.js';

/** So many values of an `enum` are shown at once; the others are folded. */
const enumShown = 16;

/** What a schema asks of a value beside its type, and what it tells of it. The order is that of a reader's questions. */
export function factsOf(schema: JsonObject): Fact[] {
  return [
    ...flags(schema),
    ...values(schema),
    ...range('length', 'character', schema['minLength'], schema['maxLength']),
    ...numbers(schema),
    ...texts(schema),
    ...range('items', 'item', schema['minItems'], schema['maxItems']),
    ...(schema['uniqueItems'] === true ? [{ name: 'no item twice' }] : []),
    ...range('members', 'member', schema['minProperties'], schema['maxProperties']),
    ...closed(schema),
    ...required(schema),
    ...range('of these', 'item', schema['minContains'], schema['maxContains']),
    ...examples(schema),
  ];
}

function flags(schema: JsonObject): Fact[] {
  const words = [
    ['deprecated', 'deprecated'],
    ['readOnly', 'read-only'],
    ['writeOnly', 'write-only'],
  ] as const;
  return words.filter(([keyword]) => schema[keyword] === true).map(([, name]) => ({ name }));
}

function values(schema: JsonObject): Fact[] {
  const facts: Fact[] = [];
  if (Object.hasOwn(schema, 'const')) facts.push({ name: 'always', value: inlineJson(schema['const'] ?? null) });
  if (Array.isArray(schema['enum'])) facts.push({ name: 'one of', value: chips(schema['enum']) });
  if (Object.hasOwn(schema, 'default')) facts.push({ name: 'default', value: inlineJson(schema['default'] ?? null) });
  return facts;
}

/** Values in a row; what is too much of them is folded. */
export function chips(all: readonly JsonValue[]) {
  const shown = all.slice(0, enumShown).map(inlineJson);
  const rest = all.slice(enumShown).map(inlineJson);
  const more =
    rest.length === 0
      ? nothing
      : html` <details class="fold"><summary>${rest.length} more</summary>${join(rest, html` `)}</details>`;
  return html`${join(shown, html` `)}${more}`;
}

/** `1 to 200`, `at least 1`, `up to 200`, `exactly 3`. */
function range(name: string, unit: string, fewest: unknown, most: unknown): Fact[] {
  const from = typeof fewest === 'number' && fewest > 0 ? fewest : undefined;
  if (typeof most !== 'number')
    return from === undefined ? [] : [{ name, value: text(`at least ${count(from, unit)}`) }];
  if (from === most) return [{ name, value: text(`exactly ${count(most, unit)}`) }];
  return [{ name, value: text(`${from === undefined ? 'up to' : `${from} to`} ${count(most, unit)}`) }];
}

function count(number: number, unit: string): string {
  return `${grouped(number)} ${unit}${number === 1 ? '' : 's'}`;
}

function numbers(schema: JsonObject): Fact[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const isRange = typeof minimum === 'number' && typeof maximum === 'number';
  return [
    ...(isRange ? [{ name: 'range', value: text(`${grouped(minimum)} to ${grouped(maximum)}`) }] : []),
    ...bound('at least', isRange ? undefined : minimum),
    ...bound('more than', exclusiveMinimum),
    ...bound('at most', isRange ? undefined : maximum),
    ...bound('less than', exclusiveMaximum),
    ...bound('multiple of', multipleOf),
  ];
}

function bound(name: string, value: unknown): Fact[] {
  return typeof value === 'number' ? [{ name, value: text(grouped(value)) }] : [];
}

function texts(schema: JsonObject): Fact[] {
  const words = [
    ['format', 'format'],
    ['pattern', 'pattern'],
    ['contentEncoding', 'encoding'],
    ['contentMediaType', 'media type'],
  ] as const;
  return words.flatMap(([keyword, name]) => {
    const value = schema[keyword];
    return typeof value === 'string' ? [{ name, value: code(value) }] : [];
  });
}

function closed(schema: JsonObject): Fact[] {
  const isClosed = schema['additionalProperties'] === false || schema['unevaluatedProperties'] === false;
  const hasNoMore = schema['additionalItems'] === false || schema['unevaluatedItems'] === false;
  return [
    ...(isClosed ? [{ name: 'no other members' }] : []),
    ...(hasNoMore || (schema['prefixItems'] !== undefined && schema['items'] === false)
      ? [{ name: 'no further items' }]
      : []),
  ];
}

/** Members that must be there though nothing is said about them, and those that others bring along. */
function required(schema: JsonObject): Fact[] {
  const described = new Set(Object.keys((schema['properties'] as JsonObject | undefined) ?? {}));
  const also = names(schema['required']).filter((name) => !described.has(name));
  const facts: Fact[] = also.length === 0 ? [] : [{ name: 'requires', value: join(also.map(code), html` `) }];
  for (const keyword of ['dependentRequired', 'dependencies']) {
    for (const [name, needed] of Object.entries((schema[keyword] as JsonObject | undefined) ?? {})) {
      if (names(needed).length === 0) continue;
      facts.push({ name: 'requires', value: html`with ${code(name)} also ${join(names(needed).map(code), html` `)}` });
    }
  }
  return facts;
}

function names(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

function examples(schema: JsonObject): Fact[] {
  const list = schema['examples'];
  return Array.isArray(list) && list.length > 0 ? [{ name: 'for example', value: chips(list) }] : [];
}

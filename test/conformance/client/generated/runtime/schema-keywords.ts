// Copied by mcpgen from its tested runtime. Do not edit.

import type { JsonSchema } from './descriptor.js';
import { pointerTo } from './json.js';

/** The drafts of JSON Schema, in the order of their age. */
export type Draft = 6 | 7 | 2019 | 2020;

/** The draft that `$schema` names, 2020-12 when it is absent. Throws for any other. */
export function draftOf(schema: JsonSchema): Draft {
  const dialect = schema['$schema'];
  const name = typeof dialect === 'string' ? dialect.replace(/^https?:\/\/json-schema\.org\//, '') : dialect;
  switch (typeof name === 'string' ? name.replace(/#$/, '') : name) {
    case undefined:
    case 'draft/2020-12/schema':
      return 2020;
    case 'draft/2019-09/schema':
      return 2019;
    case 'draft-07/schema':
      return 7;
    case 'draft-06/schema':
      return 6;
    default:
      throw new Error(`unsupported JSON Schema dialect ${JSON.stringify(dialect)}`);
  }
}

/** How a keyword holds subschemas: as its value, in a list, under names, or in the first two ways. */
type Holds = 'one' | 'list' | 'map' | 'one-or-list';

/** Each keyword with the first and the last draft that knows it. */
const keywords = new Map<string, readonly [Holds, Draft, Draft]>([
  ['allOf', ['list', 6, 2020]],
  ['anyOf', ['list', 6, 2020]],
  ['oneOf', ['list', 6, 2020]],
  ['not', ['one', 6, 2020]],
  ['if', ['one', 7, 2020]],
  ['then', ['one', 7, 2020]],
  ['else', ['one', 7, 2020]],
  ['properties', ['map', 6, 2020]],
  ['patternProperties', ['map', 6, 2020]],
  ['additionalProperties', ['one', 6, 2020]],
  ['propertyNames', ['one', 6, 2020]],
  ['unevaluatedProperties', ['one', 2019, 2020]],
  // Left out since 2019-09, whose meta-schemas go on knowing it, as do validators.
  ['dependencies', ['map', 6, 2020]],
  ['dependentSchemas', ['map', 2019, 2020]],
  ['items', ['one-or-list', 6, 2020]],
  ['prefixItems', ['list', 2020, 2020]],
  ['additionalItems', ['one', 6, 2019]],
  ['unevaluatedItems', ['one', 2019, 2020]],
  ['contains', ['one', 6, 2020]],
  ['contentSchema', ['one', 2019, 2020]],
  ['$defs', ['map', 2019, 2020]],
  ['definitions', ['map', 6, 2020]],
]);

/** The subschemas that a keyword of a draft holds, with the JSON Pointer of each from the keyword's value on. */
export function subschemasIn(
  keyword: string,
  value: unknown,
  draft: Draft,
): readonly (readonly [pointer: string, schema: unknown])[] {
  const [holds, since, until] = keywords.get(keyword) ?? ['one', 2020, 6];
  if (draft < since || draft > until) return [];
  if (holds === 'one' || (holds === 'one-or-list' && !Array.isArray(value))) return [['', value]];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, member]) => [pointerTo('', key), member])
    : [];
}

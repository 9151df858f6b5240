import type { Dialect } from './dialect.js';

/**
 * What a keyword's value is, which is all that the meta-schemas say about it. The kinds with `schema` in their name hold
 * subschemas; everything else is data, whatever it looks like.
 */
export type ValueKind =
  | 'schema'
  | 'schema-list'
  | 'schema-map'
  | 'schema-or-list'
  | 'dependencies'
  | 'any'
  | 'list'
  | 'string'
  | 'uri'
  | 'anchor'
  | 'regex'
  | 'boolean'
  | 'boolean-map'
  | 'number'
  | 'positive-number'
  | 'count'
  | 'names'
  | 'names-map'
  | 'types';

const everywhere: Readonly<Record<string, ValueKind>> = {
  $id: 'uri',
  $schema: 'uri',
  $ref: 'uri',
  title: 'string',
  description: 'string',
  default: 'any',
  examples: 'list',
  multipleOf: 'positive-number',
  maximum: 'number',
  exclusiveMaximum: 'number',
  minimum: 'number',
  exclusiveMinimum: 'number',
  maxLength: 'count',
  minLength: 'count',
  pattern: 'regex',
  maxItems: 'count',
  minItems: 'count',
  uniqueItems: 'boolean',
  maxProperties: 'count',
  minProperties: 'count',
  required: 'names',
  properties: 'schema-map',
  patternProperties: 'schema-map',
  additionalProperties: 'schema',
  propertyNames: 'schema',
  contains: 'schema',
  const: 'any',
  enum: 'list',
  type: 'types',
  format: 'string',
  allOf: 'schema-list',
  anyOf: 'schema-list',
  oneOf: 'schema-list',
  not: 'schema',
  // Moved to `$defs` in 2019-09, whose meta-schemas go on checking it.
  definitions: 'schema-map',
  dependencies: 'dependencies',
};

const since07: Readonly<Record<string, ValueKind>> = {
  $comment: 'string',
  if: 'schema',
  // biome-ignore lint/suspicious/noThenProperty: the keyword's name.
  then: 'schema',
  else: 'schema',
  readOnly: 'boolean',
  writeOnly: 'boolean',
  contentMediaType: 'string',
  contentEncoding: 'string',
};

const since2019: Readonly<Record<string, ValueKind>> = {
  $anchor: 'anchor',
  $defs: 'schema-map',
  $vocabulary: 'boolean-map',
  dependentSchemas: 'schema-map',
  dependentRequired: 'names-map',
  unevaluatedItems: 'schema',
  unevaluatedProperties: 'schema',
  maxContains: 'count',
  minContains: 'count',
  contentSchema: 'schema',
  deprecated: 'boolean',
};

const oldItems: Readonly<Record<string, ValueKind>> = { items: 'schema-or-list', additionalItems: 'schema' };

const tables: Readonly<Record<Dialect, ReadonlyMap<string, ValueKind>>> = {
  'draft-06': tableOf(everywhere, oldItems),
  'draft-07': tableOf(everywhere, since07, oldItems),
  '2019-09': tableOf(everywhere, since07, since2019, oldItems, { $recursiveAnchor: 'boolean', $recursiveRef: 'uri' }),
  '2020-12': tableOf(everywhere, since07, since2019, {
    items: 'schema',
    prefixItems: 'schema-list',
    $dynamicAnchor: 'anchor',
    $dynamicRef: 'uri',
  }),
};

function tableOf(...parts: Readonly<Record<string, ValueKind>>[]): ReadonlyMap<string, ValueKind> {
  return new Map(parts.flatMap((part) => Object.entries(part)));
}

/** The keywords of a dialect, with the kind of each one's value. */
export function keywordsOf(dialect: Dialect): ReadonlyMap<string, ValueKind> {
  return tables[dialect];
}

/** Words by which code generators take code from a schema. */
export const codeKeywords: ReadonlySet<string> = new Set([
  'tsType',
  'tsEnumNames',
  'extends',
  'goType',
  'javaType',
  'x-ts-type',
]);

/** Keywords whose run-time meaning depends on the path of evaluation; refused until validators do them right. */
export const unsupportedKeywords: ReadonlySet<string> = new Set(['$dynamicRef', '$recursiveRef']);

/** Applied to the same value as the schema that holds them: a cycle through these alone never ends. */
export const inPlaceKeywords: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'dependencies',
]);

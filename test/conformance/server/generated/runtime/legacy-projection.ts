// Copied by mcpgen from its tested runtime. Do not edit.

import type { JsonSchema } from './descriptor.js';
import { isRecord } from './json.js';

/*
 * Before 2026-07-28 a tool could only return objects. For older clients the SDK's server therefore wraps an output schema
 * whose root is not an object, and each value of it, as the member `result` of an object. The two functions here say when,
 * and how the schema looks then; they follow the SDK 2.4.0, since both ends must agree.
 */

/** Whether values of this output schema reach a legacy client as `{ result: value }`. */
export function isWrappedForLegacy(schema: JsonSchema): boolean {
  return schema['type'] === undefined ? !impliesObject(schema, schema) : schema['type'] !== 'object';
}

/** The output schema as a legacy client is shown it. */
export function projectForLegacy(schema: JsonSchema): JsonSchema {
  if (!isWrappedForLegacy(schema)) return withObjectType(schema);
  const dialect = schema['$schema'];
  return {
    ...(typeof dialect === 'string' && { $schema: dialect }),
    type: 'object',
    properties: { result: moved(schema) },
    required: ['result'],
  };
}

/** The schema with the root `type` that the SDK adds where it follows from the rest; otherwise as it is. */
export function withObjectType(schema: JsonSchema): JsonSchema {
  return schema['type'] === undefined && impliesObject(schema, schema) ? { type: 'object', ...schema } : schema;
}

const OBJECT_KEYWORDS = ['properties', 'patternProperties', 'additionalProperties', 'required'];
const COMPOSITIONS = ['oneOf', 'anyOf', 'allOf'];
const LOCAL_DEFINITION = /^#\/(\$defs|definitions)\/([^/~%]+)$/;

/** Whether a schema without a root `type` can only match objects, as far as the SDK looks. */
function impliesObject(schema: JsonSchema, root: JsonSchema): boolean {
  if (OBJECT_KEYWORDS.some((keyword) => keyword in schema)) return true;
  if (definitionOf(schema['$ref'], root)?.['type'] === 'object') return true;
  // The first composition that is there decides.
  const members = COMPOSITIONS.map((keyword) => schema[keyword]).find(
    (value) => Array.isArray(value) && value.length > 0,
  );
  return Array.isArray(members) && members.every((member) => memberImpliesObject(member, root));
}

function memberImpliesObject(member: unknown, root: JsonSchema): boolean {
  if (!isRecord(member)) return false;
  // References below an `$id` of its own may mean something else.
  return member['type'] === 'object' || impliesObject(member, '$id' in member ? {} : root);
}

function definitionOf(ref: unknown, root: JsonSchema): JsonSchema | undefined {
  const [, container, name] = (typeof ref === 'string' && LOCAL_DEFINITION.exec(ref)) || [];
  const definitions = container === undefined ? undefined : root[container];
  const definition = isRecord(definitions) && name !== undefined ? definitions[name] : undefined;
  return isRecord(definition) ? definition : undefined;
}

/** Keywords whose value is data: a reference in there is none. */
const DATA_KEYWORDS = new Set(['const', 'enum', 'default', 'examples']);
/** Keywords whose members are schemas under names that the author chose. */
const MAP_KEYWORDS = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
  'dependencies',
]);
const NEW_ROOT = '#/properties/result';

/** The schema with its references to itself following it to its new place. */
function moved(schema: JsonSchema): unknown {
  const isDraft2019 = /^https?:\/\/json-schema\.org\/draft\/2019-09\/schema#?$/.test(String(schema['$schema']));
  return movedNode(schema, isDraft2019 && schema['$recursiveAnchor'] !== true);
}

function movedNode(node: unknown, withRecursiveRefs: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => movedNode(item, withRecursiveRefs));
  if (!isRecord(node) || hasOwnBase(node)) return node;
  const result: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(node)) {
    if (keyword === '$recursiveRef' && value === '#' && withRecursiveRefs) continue;
    result[keyword] = movedKeyword(keyword, value, withRecursiveRefs);
  }
  return node['$recursiveRef'] === '#' && withRecursiveRefs ? withStaticRecursion(result) : result;
}

function movedKeyword(keyword: string, value: unknown, withRecursiveRefs: boolean): unknown {
  if ((keyword === '$ref' || keyword === '$dynamicRef') && typeof value === 'string') {
    return value === '#' || value.startsWith('#/') ? NEW_ROOT + value.slice(1) : value;
  }
  if (DATA_KEYWORDS.has(keyword)) return value;
  if (!MAP_KEYWORDS.has(keyword) || !isRecord(value)) return movedNode(value, withRecursiveRefs);
  return Object.fromEntries(
    Object.entries(value).map(([name, schema]) => [name, movedNode(schema, withRecursiveRefs)]),
  );
}

/** `$recursiveRef: '#'` means the root; where that has moved, only a plain reference can say so. */
function withStaticRecursion(schema: Record<string, unknown>): Record<string, unknown> {
  if (!('$ref' in schema)) return { ...schema, $ref: NEW_ROOT };
  const others: readonly unknown[] = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  return { ...schema, allOf: [...others, { $ref: NEW_ROOT }] };
}

/** An `$id` that is more than an anchor makes references below it relative to itself, wherever it stands. */
function hasOwnBase(schema: JsonSchema): boolean {
  const id = schema['$id'];
  return id !== undefined && !(typeof id === 'string' && id.startsWith('#'));
}

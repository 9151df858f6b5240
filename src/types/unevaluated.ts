import { isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import { everyArray, settleArray } from './array-shape.js';
import { both, type Demands, demand, type SchemaConstraint } from './constraint.js';
import type { Evaluator } from './evaluator.js';
import { everyObject, type PatternShape, type PropertyShape } from './object-shape.js';
import { childPointer } from './schema-index.js';
import { everything, intersect, onlyArrays, onlyObjects, type ValueSet } from './value-set.js';

/** What some subschema in place may look at. Members and items beyond it must satisfy the `unevaluated` keyword. */
interface Evaluated {
  readonly names: Set<string>;
  readonly patterns: Set<string>;
  everyMember: boolean;
  items: number;
  everyItem: boolean;
  /** False when some of it is only seen by values that fit a branch. */
  certain: boolean;
}

const inPlaceLists = ['allOf', 'anyOf', 'oneOf'];
const inPlace = ['if', 'then', 'else', '$ref'];
const branching = [
  'anyOf',
  'oneOf',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'contains',
  '$dynamicRef',
  '$recursiveRef',
];

/** `unevaluatedProperties` and `unevaluatedItems`, as if every subschema in place applied: that never refuses too much. */
export function unevaluatedOf(constraint: SchemaConstraint, schema: JsonObject, evaluator: Evaluator): ValueSet {
  if (!evaluator.index.dialect.isModern) return everything;
  const members = evaluator.child(constraint, schema, 'unevaluatedProperties');
  const items = evaluator.child(constraint, schema, 'unevaluatedItems');
  if (members === undefined && items === undefined) return everything;
  const seen: Evaluated = {
    names: new Set(),
    patterns: new Set(),
    everyMember: false,
    items: 0,
    everyItem: false,
    certain: true,
  };
  look(constraint, schema, true, seen, new Set(), evaluator);
  for (const keyword of ['unevaluatedProperties', 'unevaluatedItems'] as const) {
    const isSaid = seen.certain || (schema[keyword] ?? true) === true;
    if (!isSaid) evaluator.losses.add(constraint.pointer, keyword);
  }
  const objects = members === undefined || seen.everyMember ? everything : membersBeyond(seen, members);
  const rest: Demands = items === undefined || items.schema === true ? [] : [items];
  if (rest.length === 0 || seen.everyItem) return objects;
  const prefix = Array.from({ length: seen.items }, () => []);
  const array = settleArray({ ...everyArray, prefix, rest, exact: false }, evaluator);
  return intersect(objects, onlyArrays(array === undefined ? [] : [array]), evaluator);
}

function membersBeyond(seen: Evaluated, members: SchemaConstraint): ValueSet {
  if (members.schema === true) return everything;
  const properties = new Map<string, PropertyShape>();
  for (const name of seen.names) properties.set(name, { demands: [], required: false });
  const patterns: PatternShape[] = [];
  for (const source of seen.patterns) {
    try {
      patterns.push({ pattern: new RegExp(source, 'u'), demands: [] });
    } catch {
      return everything;
    }
  }
  return onlyObjects([{ ...everyObject, properties, patterns, rest: both([], [members]), exact: false }]);
}

function look(
  at: SchemaConstraint,
  schema: JsonObject,
  isOwn: boolean,
  seen: Evaluated,
  visited: Set<string>,
  evaluator: Evaluator,
): void {
  if (visited.has(at.pointer)) return;
  visited.add(at.pointer);
  for (const name of keysOf(schema['properties'])) seen.names.add(name);
  for (const source of keysOf(schema['patternProperties'])) seen.patterns.add(source);
  const has = (keyword: string) => Object.hasOwn(schema, keyword);
  if (branching.some(has)) seen.certain = false;
  if (has('additionalProperties') || (!isOwn && has('unevaluatedProperties'))) seen.everyMember = true;
  const reference = schema['$ref'];
  const isLost = typeof reference === 'string' && evaluator.index.resolve(reference, at.pointer) === undefined;
  if (isLost || seen.names.has('__proto__') || has('$dynamicRef') || has('$recursiveRef'))
    seen.everyMember = seen.everyItem = true;
  lookAtItems(schema, isOwn, seen, evaluator);
  for (const next of subschemasInPlace(at, schema, evaluator)) {
    if (isJsonObject(next.schema)) look(next, next.schema, false, seen, visited, evaluator);
  }
}

function lookAtItems(schema: JsonObject, isOwn: boolean, seen: Evaluated, evaluator: Evaluator): void {
  const { hasPrefixItems } = evaluator.index.dialect;
  const tuple = schema[hasPrefixItems ? 'prefixItems' : 'items'];
  if (Array.isArray(tuple)) seen.items = Math.max(seen.items, tuple.length);
  const others = hasPrefixItems ? schema['items'] : Array.isArray(tuple) ? schema['additionalItems'] : schema['items'];
  const contains = hasPrefixItems ? schema['contains'] : undefined;
  const nested = isOwn ? undefined : schema['unevaluatedItems'];
  if ([others, contains, nested].some((keyword) => keyword !== undefined)) seen.everyItem = true;
}

function* subschemasInPlace(
  at: SchemaConstraint,
  schema: JsonObject,
  evaluator: Evaluator,
): Generator<SchemaConstraint> {
  const { index } = evaluator;
  for (const keyword of inPlace) {
    const value = schema[keyword];
    const target = keyword === '$ref' && typeof value === 'string' ? index.resolve(value, at.pointer) : undefined;
    if (target !== undefined) yield demand(target, index.at(target) ?? true);
    else if (isJsonObject(value)) yield demand(childPointer(at.pointer, keyword), value);
  }
  for (const keyword of [...inPlaceLists, 'dependentSchemas']) {
    const value: JsonValue | undefined = schema[keyword];
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) yield demand(childPointer(at.pointer, keyword, key), child);
  }
}

function keysOf(value: unknown): string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}

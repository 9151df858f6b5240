import { isJsonObject, type JsonObject } from '../json.js';
import { both, type Demands, demand, impossible, type SchemaConstraint } from './constraint.js';
import type { Evaluator } from './evaluator.js';
import { keyTemplate } from './key-pattern.js';
import {
  demandsAt,
  everyObject,
  intersectObjects,
  isPossible,
  type ObjectShape,
  openShape,
  type PatternShape,
  type PropertyShape,
  someObjects,
  withoutPrototype,
} from './object-shape.js';
import { childPointer } from './schema-index.js';
import { everything, onlyObjects, unite, type ValueSet, withoutCovered } from './value-set.js';

const counts = ['minProperties', 'maxProperties', 'unevaluatedProperties'];
const objectKeywords = [
  'properties',
  'required',
  'additionalProperties',
  'patternProperties',
  'propertyNames',
  ...counts,
];

/** What the keywords for objects say, whatever `type` says. The very list of `everything` when they say nothing. */
export function objectsOf(
  constraint: SchemaConstraint,
  schema: JsonObject,
  evaluator: Evaluator,
): readonly ObjectShape[] {
  if (!objectKeywords.some((keyword) => Object.hasOwn(schema, keyword))) return everything.objects;
  const members = membersOf(constraint, schema, evaluator);
  const shapes = [members, namesOf(constraint, schema, evaluator), countsOf(schema)];
  const meet = shapes.reduce<ObjectShape | undefined>(
    (shape, next) => (shape === undefined || next === undefined ? undefined : intersectObjects(shape, next, evaluator)),
    everyObject,
  );
  if (meet === everyObject) return everything.objects;
  return meet === undefined || !isPossible(meet, evaluator) ? [] : [meet];
}

function membersOf(constraint: SchemaConstraint, schema: JsonObject, evaluator: Evaluator): ObjectShape {
  const { patterns, names, isReadable } = patternsOf(constraint, schema, evaluator);
  const additional = evaluator.child(constraint, schema, 'additionalProperties');
  const isOpen = additional === undefined || additional.schema === true || !isReadable;
  const rest: Demands = isOpen ? [] : [additional];
  const shape = { properties: new Map<string, PropertyShape>(), patterns, rest, exact: isReadable };
  const required = new Set(textsOf(schema['required']));
  const declared = isJsonObject(schema['properties']) ? Object.entries(schema['properties']) : [];
  for (const [name, property] of declared) {
    const own = [demand(childPointer(constraint.pointer, 'properties', name), property)];
    shape.properties.set(name, { demands: own, required: required.has(name) });
  }
  for (const [name, demands] of names) {
    const own = shape.properties.get(name)?.demands ?? [];
    shape.properties.set(name, { demands: both(own, demands), required: required.has(name) });
  }
  for (const [name, { demands }] of shape.properties) {
    const matching = patterns.filter(({ pattern }) => pattern.test(name)).map((pattern) => pattern.demands);
    shape.properties.set(name, { demands: matching.reduce(both, demands), required: required.has(name) });
  }
  for (const name of required) {
    if (!shape.properties.has(name)) shape.properties.set(name, { demands: demandsAt(shape, name), required: true });
  }
  const saysNothing = shape.exact && shape.properties.size === 0 && patterns.length === 0 && rest.length === 0;
  return saysNothing ? everyObject : withoutPrototype(shape);
}

interface Patterns {
  readonly patterns: readonly PatternShape[];
  /** What patterns such as `^id$` say of one name. */
  readonly names: readonly (readonly [string, Demands])[];
  /** False when a pattern is none, so that it cannot be told which names it is about. */
  readonly isReadable: boolean;
}

function patternsOf(constraint: SchemaConstraint, schema: JsonObject, evaluator: Evaluator): Patterns {
  const declared = isJsonObject(schema['patternProperties']) ? schema['patternProperties'] : {};
  const patterns: PatternShape[] = [];
  const names: (readonly [string, Demands])[] = [];
  let isReadable = true;
  for (const [source, child] of Object.entries(declared)) {
    const demands = [demand(childPointer(constraint.pointer, 'patternProperties', source), child)];
    const [name, ...more] = keyTemplate(source) ?? [];
    const pattern = compile(source);
    if (name !== undefined && more.length === 0) names.push([name, demands]);
    else if (pattern !== undefined) patterns.push({ pattern, demands });
    else {
      isReadable = false;
      evaluator.losses.add(constraint.pointer, 'patternProperties');
    }
  }
  return { patterns, names, isReadable };
}

/** `propertyNames`, where it lists the names or says a pattern that TypeScript can say. */
function namesOf(constraint: SchemaConstraint, schema: JsonObject, evaluator: Evaluator): ObjectShape {
  const names = evaluator.child(constraint, schema, 'propertyNames');
  if (names === undefined || evaluator.isUnknown([names])) return everyObject;
  const { string } = evaluator.evaluate([names]);
  if (!string.inverted) {
    const listed = string.values.map((name) => [name, { demands: [], required: false }] as const);
    return withoutPrototype({ ...everyObject, properties: new Map(listed), rest: impossible, exact: string.exact });
  }
  // Names are texts anyway: `propertyNames: { type: string }` asks for nothing.
  if (string === everything.string) return everyObject;
  const source = isJsonObject(names.schema) ? names.schema['pattern'] : undefined;
  const pattern = typeof source === 'string' && keyTemplate(source) !== undefined ? compile(source) : undefined;
  if (pattern === undefined) {
    evaluator.losses.add(constraint.pointer, 'propertyNames');
    return someObjects;
  }
  return { ...everyObject, patterns: [{ pattern, demands: [] }], rest: impossible, exact: false };
}

function countsOf(schema: JsonObject): ObjectShape {
  if (schema['maxProperties'] === 0) return { ...everyObject, rest: impossible };
  return counts.some((keyword) => Object.hasOwn(schema, keyword)) ? someObjects : everyObject;
}

/** `dependentRequired`, `dependentSchemas`, and `dependencies` of the older dialects: absent, or there with what it asks for. */
export function dependenciesOf(constraint: SchemaConstraint, schema: JsonObject, evaluator: Evaluator): ValueSet {
  const keywords = evaluator.index.dialect.hasDependencies
    ? (['dependencies'] as const)
    : (['dependentRequired', 'dependentSchemas'] as const);
  let set = everything;
  for (const keyword of keywords) {
    const declared = isJsonObject(schema[keyword]) ? schema[keyword] : {};
    for (const [name, wanted] of Object.entries(declared)) {
      if (name === '__proto__') continue;
      const absent = onlyObjects([openShape([[name, { demands: impossible, required: false }]])]);
      const there = onlyObjects([openShape(requiredShapes([name, ...textsOf(wanted)]))]);
      const child = evaluator.child(constraint, schema, keyword, name);
      if (child !== undefined && evaluator.isUnknown([child])) continue;
      const asked = child === undefined ? everything : objectsOnly(evaluator.evaluate([child]));
      const either = withoutCovered(unite(absent, evaluator.narrow(constraint, keyword, there, asked)));
      set = evaluator.narrow(constraint, keyword, set, either);
    }
  }
  return set;
}

function objectsOnly(set: ValueSet): ValueSet {
  return onlyObjects(set.objects);
}

function requiredShapes(names: readonly string[]): (readonly [string, PropertyShape])[] {
  return names.filter((name) => name !== '__proto__').map((name) => [name, { demands: [], required: true }] as const);
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}

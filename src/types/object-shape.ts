import { both, type Demands, impossible, keyOf, opposite } from './constraint.js';

/** Objects of one kind: what each member must satisfy, and which must be there. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, PropertyShape>;
  readonly patterns: readonly PatternShape[];
  /** What members must satisfy that are neither listed nor match a pattern. */
  readonly rest: Demands;
  /** False when the schema takes fewer objects than the shape does. */
  readonly exact: boolean;
}

export interface PropertyShape {
  readonly demands: Demands;
  readonly required: boolean;
}

export interface PatternShape {
  readonly pattern: RegExp;
  readonly demands: Demands;
}

/** What the operations need to know about demands. */
export interface Knowledge {
  isNever(demands: Demands): boolean;
  isUnknown(demands: Demands): boolean;
}

export const everyObject: ObjectShape = { properties: new Map(), patterns: [], rest: [], exact: true };
/** As far as a type can say it every object, though the schema takes fewer. */
export const someObjects: ObjectShape = { ...everyObject, exact: false };

/** A shape that only says something about a few members. */
export function openShape(properties: Iterable<readonly [string, PropertyShape]>): ObjectShape {
  return { ...everyObject, properties: new Map(properties) };
}

/** `__proto__` is refused as a name everywhere; should it come this far, the shape says nothing of it. */
export function withoutPrototype(shape: ObjectShape): ObjectShape {
  if (!shape.properties.has('__proto__')) return shape;
  const properties = new Map([...shape.properties].filter(([name]) => name !== '__proto__'));
  return { ...shape, properties, rest: [], exact: false };
}

/** What a member of that name must satisfy. */
export function demandsAt(shape: ObjectShape, name: string): Demands {
  const listed = shape.properties.get(name);
  if (listed !== undefined) return listed.demands;
  const matching = shape.patterns.filter(({ pattern }) => pattern.test(name));
  return matching.length === 0 ? shape.rest : matching.reduce<Demands>((all, { demands }) => both(all, demands), []);
}

function saysNothing(shape: ObjectShape): boolean {
  return shape.properties.size === 0 && shape.patterns.length === 0 && shape.rest.length === 0;
}

/** Objects of both shapes, or undefined when there are none. Gives back one of its arguments when that is the answer. */
export function intersectObjects(left: ObjectShape, right: ObjectShape, knowledge: Knowledge): ObjectShape | undefined {
  const exact = left.exact && right.exact;
  if (saysNothing(left)) return right.exact === exact ? right : { ...right, exact };
  if (saysNothing(right)) return left.exact === exact ? left : { ...left, exact };
  const properties = new Map<string, PropertyShape>();
  for (const name of new Set([...left.properties.keys(), ...right.properties.keys()])) {
    const required = left.properties.get(name)?.required === true || right.properties.get(name)?.required === true;
    properties.set(name, { demands: both(demandsAt(left, name), demandsAt(right, name)), required });
  }
  const shape = { properties, ...intersectOtherMembers(left, right, exact) };
  return isPossible(shape, knowledge) ? shape : undefined;
}

function intersectOtherMembers(left: ObjectShape, right: ObjectShape, exact: boolean): Omit<ObjectShape, 'properties'> {
  const rest = both(left.rest, right.rest);
  const narrow = (patterns: readonly PatternShape[], others: Demands) =>
    patterns.map(({ pattern, demands }) => ({ pattern, demands: both(demands, others) }));
  if (left.patterns.length === 0) return { patterns: narrow(right.patterns, left.rest), rest, exact };
  if (right.patterns.length === 0) return { patterns: narrow(left.patterns, right.rest), rest, exact };
  // A name that matches on one side only would have to satisfy the other side's rest; leaving that out only takes more.
  const isWhole = left.rest.length === 0 && right.rest.length === 0;
  return { patterns: mergePatterns(left.patterns, right.patterns), rest, exact: exact && isWhole };
}

/** Each pattern once. */
function mergePatterns(left: readonly PatternShape[], right: readonly PatternShape[]): PatternShape[] {
  const merged = new Map(left.map((shape) => [shape.pattern.source, shape]));
  for (const { pattern, demands } of right) {
    const known = merged.get(pattern.source)?.demands ?? [];
    merged.set(pattern.source, { pattern, demands: both(known, demands) });
  }
  return [...merged.values()];
}

/** False when a required member can have no value. */
export function isPossible(shape: ObjectShape, knowledge: Knowledge): boolean {
  for (const { required, demands } of shape.properties.values()) {
    if (required && knowledge.isNever(demands)) return false;
  }
  return true;
}

const mostAlternatives = 8;

/** Shapes that together hold at least the objects outside of the shape. */
export function invertObject(shape: ObjectShape, knowledge: Knowledge): readonly ObjectShape[] {
  if (!shape.exact || shape.patterns.length > 0 || !knowledge.isUnknown(shape.rest)) return [someObjects];
  const outside: ObjectShape[] = [];
  for (const [name, { required, demands }] of shape.properties) {
    if (required) outside.push(openShape([[name, { demands: impossible, required: false }]]));
    if (knowledge.isUnknown(demands)) continue;
    const wrong = openShape([[name, { demands: opposite(demands), required: true }]]);
    if (isPossible(wrong, knowledge)) outside.push(wrong);
  }
  return outside.length > mostAlternatives ? [someObjects] : outside;
}

/** True when every object of `small` is certainly one of `large`. */
export function covers(large: ObjectShape, small: ObjectShape): boolean {
  const within = (outer: Demands, inner: Demands) => both(inner, outer) === inner || keyOf(inner) === keyOf(impossible);
  for (const [name, { required, demands }] of large.properties) {
    if (required && small.properties.get(name)?.required !== true) return false;
    if (!within(demands, demandsAt(small, name))) return false;
  }
  for (const [name, { demands }] of small.properties) {
    if (!within(demandsAt(large, name), demands)) return false;
  }
  return (
    large.patterns.length === 0 &&
    large.exact &&
    within(large.rest, small.rest) &&
    (large.rest.length === 0 || small.patterns.length === 0)
  );
}

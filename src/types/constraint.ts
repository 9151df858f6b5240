import type { JsonValue } from '../json.js';

/** One demand on a value: a subschema, or the negation of several demands together. */
export type Constraint = SchemaConstraint | Negation;

export interface SchemaConstraint {
  readonly key: string;
  readonly pointer: string;
  readonly schema: JsonValue;
}

export interface Negation {
  readonly key: string;
  readonly not: Demands;
}

/** What a value must satisfy, all of it. Empty: every value is welcome. */
export type Demands = readonly Constraint[];

/** The subschema at a pointer. */
export function demand(pointer: string, schema: JsonValue): SchemaConstraint {
  return { key: pointer, pointer, schema };
}

/** A schema that stands nowhere in the source, such as one member of a constant object. */
export function madeUp(schema: JsonValue): SchemaConstraint {
  return { key: `=${JSON.stringify(schema)}`, pointer: '', schema };
}

/** No value satisfies this. */
export const impossible: Demands = [madeUp(false)];

/** Both at once, each demand once. */
export function both(left: Demands, right: Demands): Demands {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const known = new Set(left.map((constraint) => constraint.key));
  const added = right.filter((constraint) => !known.has(constraint.key));
  return added.length === 0 ? left : [...left, ...added];
}

/** The opposite of all demands together; an opposite of an opposite is the thing itself, which keeps recursion finite. */
export function opposite(demands: Demands): Demands {
  const [only] = demands;
  if (demands.length === 1 && only !== undefined && 'not' in only) return only.not;
  return [{ key: `!(${keyOf(demands)})`, not: demands }];
}

/** Equal for equal sets of demands, whatever their order. */
export function keyOf(demands: Demands): string {
  const [only] = demands;
  if (demands.length === 1 && only !== undefined) return only.key;
  return demands
    .map((constraint) => constraint.key)
    .sort()
    .join('\u0000');
}

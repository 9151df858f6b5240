import type { JsonValue, ValueType } from '../json.js';
import type { Atom, Contains, Items, Members, SchemaNode } from './atom.js';

export interface Bound {
  readonly bound: number;
  readonly exclusive: boolean;
}

/** What is known of the values of one type that satisfy some demands, while it is gathered. */
export interface Facts {
  readonly type: ValueType;
  /** Demands that were taken in: ids of nodes, negative for those that must not accept. */
  readonly seen: Set<number>;
  /** Ids of atoms that hold, and of those that do not. */
  readonly holds: Set<number>;
  readonly denied: Set<number>;
  /** Nodes that accept none of the values. */
  readonly fails: Set<SchemaNode>;
  /** All values there are, where they are few. */
  values: readonly JsonValue[] | undefined;
  /** Of numbers. */
  low: Bound | undefined;
  high: Bound | undefined;
  isInteger: boolean | undefined;
  readonly divisors: Set<number>;
  /** Code points of a text, items of an array, members of an object. */
  fewest: number;
  most: number;
  /** Of texts. */
  readonly patterns: Set<string>;
  readonly otherPatterns: Set<string>;
  readonly formats: Set<string>;
  /** Of arrays. */
  readonly items: Items[];
  readonly contains: Contains[];
  isUnique: boolean;
  /** Of objects. `names` are demands on the names of members, `dependents` what depends on a member that may be there. */
  readonly members: Members[];
  readonly required: Set<string>;
  readonly absent: Set<string>;
  readonly names: number[];
  readonly dependents: Set<Atom>;
}

export function noFacts(type: ValueType): Facts {
  return {
    type,
    seen: new Set(),
    holds: new Set(),
    denied: new Set(),
    fails: new Set(),
    values: type === 'null' ? [null] : type === 'boolean' ? [false, true] : undefined,
    low: undefined,
    high: undefined,
    isInteger: undefined,
    divisors: new Set(),
    fewest: 0,
    most: Number.POSITIVE_INFINITY,
    patterns: new Set(),
    otherPatterns: new Set(),
    formats: new Set(),
    items: [],
    contains: [],
    isUnique: false,
    members: [],
    required: new Set(),
    absent: new Set(),
    names: [],
    dependents: new Set(),
  };
}

export function copyOf(facts: Facts): Facts {
  return {
    ...facts,
    seen: new Set(facts.seen),
    holds: new Set(facts.holds),
    denied: new Set(facts.denied),
    fails: new Set(facts.fails),
    divisors: new Set(facts.divisors),
    patterns: new Set(facts.patterns),
    otherPatterns: new Set(facts.otherPatterns),
    formats: new Set(facts.formats),
    items: [...facts.items],
    contains: [...facts.contains],
    members: [...facts.members],
    required: new Set(facts.required),
    absent: new Set(facts.absent),
    names: [...facts.names],
    dependents: new Set(facts.dependents),
  };
}

/** Entries that a copy has to take over, roughly. */
export function sizeOf({ seen, holds, denied, required, absent, members }: Facts): number {
  return seen.size + holds.size + denied.size + required.size + absent.size + members.length;
}

/** Both bounds at once, where `higher` says whether the greater one counts. */
export function tighter(one: Bound | undefined, other: Bound, higher: boolean): Bound {
  if (one === undefined) return other;
  if (one.bound === other.bound) return { bound: one.bound, exclusive: one.exclusive || other.exclusive };
  return one.bound > other.bound === higher ? one : other;
}

/** False when the facts exclude each other on their face. */
export function isConsistent(facts: Facts): boolean {
  const { low, high } = facts;
  if (facts.values?.length === 0 || facts.fewest > facts.most) return false;
  if (low !== undefined && high !== undefined) {
    if (low.bound > high.bound || (low.bound === high.bound && (low.exclusive || high.exclusive))) return false;
  }
  return facts.required.size <= facts.most && ![...facts.required].some((name) => facts.absent.has(name));
}

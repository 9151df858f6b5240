import type { JsonValue, ValueType } from '../json.js';

export type TypeName = ValueType | 'integer';

/**
 * A schema as a set of statements about a value, all of which must hold. Nodes that say the same are the same object, wherever
 * and in whichever schema they stand.
 */
export interface SchemaNode {
  /** From 1 on. */
  readonly id: number;
  readonly atoms: readonly Atom[];
}

/** One statement: a keyword, or keywords that only mean something together. Each is true of values of other types. */
export type Atom = { readonly id: number } & Statement;

/** A statement whose subschemas are known as `N`: places in a document while it is read, nodes from then on. */
export type Statement<N = SchemaNode> =
  | Plain
  | Items<N>
  | Contains<N>
  | Members<N>
  | { readonly kind: 'propertyNames' | 'not'; readonly node: N }
  | { readonly kind: 'dependentSchema'; readonly name: string; readonly node: N }
  | { readonly kind: 'all' | 'any' | 'one'; readonly nodes: readonly N[] }
  | { readonly kind: 'if'; readonly condition: N; readonly positive: N; readonly negative: N }
  | Unevaluated<N>;

/** What needs no subschema. */
export type Plain =
  | { readonly kind: 'never' | 'uniqueItems' }
  | { readonly kind: 'type'; readonly types: readonly TypeName[] }
  | { readonly kind: 'values'; readonly values: readonly JsonValue[] }
  | { readonly kind: 'minimum' | 'maximum'; readonly bound: number; readonly exclusive: boolean }
  | { readonly kind: 'multipleOf'; readonly divisor: number }
  | { readonly kind: Count; readonly count: number }
  | { readonly kind: 'pattern'; readonly source: string }
  | { readonly kind: 'format'; readonly format: string }
  | { readonly kind: 'required'; readonly name: string }
  | { readonly kind: 'dependentRequired'; readonly name: string; readonly other: string };

export type Count = 'minLength' | 'maxLength' | 'minItems' | 'maxItems' | 'minProperties' | 'maxProperties';

/** `items` and `prefixItems`, or the older `items` and `additionalItems`. */
export interface Items<N = SchemaNode> {
  readonly kind: 'items';
  readonly prefix: readonly N[];
  readonly rest: N;
  /** Whether a keyword says something of the rest, be it `true`: those items count as evaluated. */
  readonly restGiven: boolean;
}

export interface Contains<N = SchemaNode> {
  readonly kind: 'contains';
  readonly node: N;
  readonly fewest: number;
  readonly most: number;
  /** Whether what matches counts as evaluated: from 2020-12 on. */
  readonly evaluates: boolean;
}

/** `properties`, `patternProperties` and `additionalProperties`. */
export interface Members<N = SchemaNode> {
  readonly kind: 'members';
  readonly properties: ReadonlyMap<string, N>;
  readonly patterns: ReadonlyMap<string, N>;
  readonly rest: N;
  readonly restGiven: boolean;
}

/** What no other keyword of the owner, nor of a schema that it applies in place, has looked at (JSON Schema core, 11). */
export interface Unevaluated<N = SchemaNode> {
  readonly kind: 'unevaluatedItems' | 'unevaluatedProperties';
  readonly node: N;
  readonly owner: N;
}

export type AtomOf<Kind extends Atom['kind']> = Extract<Atom, { readonly kind: Kind }>;

/** The one type of values that an atom says something about; undefined when it can be any. */
export function typeOfAtom(atom: Atom): ValueType | undefined {
  return typesByKind[atom.kind];
}

const typesByKind: Readonly<Partial<Record<Atom['kind'], ValueType>>> = {
  minimum: 'number',
  maximum: 'number',
  multipleOf: 'number',
  minLength: 'string',
  maxLength: 'string',
  pattern: 'string',
  format: 'string',
  minItems: 'array',
  maxItems: 'array',
  items: 'array',
  contains: 'array',
  uniqueItems: 'array',
  unevaluatedItems: 'array',
  members: 'object',
  required: 'object',
  propertyNames: 'object',
  minProperties: 'object',
  maxProperties: 'object',
  dependentRequired: 'object',
  dependentSchema: 'object',
  unevaluatedProperties: 'object',
};

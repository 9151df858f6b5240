import type { KeyTemplate } from './key-pattern.js';
import { typeKey } from './type-key.js';

/** A TypeScript type as data: what `print.ts` writes and nothing else. */
export type TypeNode =
  | { readonly kind: 'keyword'; readonly name: Keyword }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'array'; readonly item: TypeNode }
  | TupleNode
  | ObjectNode
  | { readonly kind: 'union'; readonly members: readonly TypeNode[] }
  | { readonly kind: 'reference'; readonly name: string };

export type Keyword = 'unknown' | 'never' | 'string' | 'number' | 'boolean' | 'null' | 'undefined';

export interface TupleNode {
  readonly kind: 'tuple';
  readonly required: readonly TypeNode[];
  readonly optional: readonly TypeNode[];
  readonly rest?: TypeNode;
}

export interface ObjectNode {
  readonly kind: 'object';
  readonly members: readonly MemberNode[];
  readonly indexes: readonly IndexNode[];
}

export interface MemberNode {
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeNode;
  readonly doc?: Doc;
}

/** An index signature, over all names or over those that fit a template. */
export interface IndexNode {
  readonly key: KeyTemplate | 'string';
  readonly type: TypeNode;
}

/** What becomes a TSDoc comment. */
export interface Doc {
  readonly text?: string;
  readonly tags: readonly { readonly name: 'default' | 'deprecated' | 'example' | 'remarks'; readonly text: string }[];
}

/** One declared type. */
export interface Declaration {
  readonly name: string;
  readonly type: TypeNode;
  readonly doc?: Doc;
}

const keywords: Readonly<Record<Keyword, TypeNode>> = {
  unknown: { kind: 'keyword', name: 'unknown' },
  never: { kind: 'keyword', name: 'never' },
  string: { kind: 'keyword', name: 'string' },
  number: { kind: 'keyword', name: 'number' },
  boolean: { kind: 'keyword', name: 'boolean' },
  null: { kind: 'keyword', name: 'null' },
  undefined: { kind: 'keyword', name: 'undefined' },
};

export function keyword(name: Keyword): TypeNode {
  return keywords[name];
}

/** A union without repetitions; `unknown` swallows all others. */
export function unionOf(types: readonly TypeNode[]): TypeNode {
  const [only] = types;
  if (types.length === 1 && only !== undefined) return only;
  const members = new Map<string, TypeNode>();
  for (const type of types.some(({ kind }) => kind === 'union') ? types.flatMap(alternativesOf) : types) {
    if (type.kind === 'keyword' && type.name === 'unknown') return type;
    if (type.kind === 'keyword' && type.name === 'never') continue;
    members.set(typeKey(type), type);
  }
  const [first, ...others] = members.values();
  if (first === undefined) return keyword('never');
  return others.length === 0 ? first : { kind: 'union', members: [first, ...others] };
}

function alternativesOf(type: TypeNode): readonly TypeNode[] {
  return type.kind === 'union' ? type.members : [type];
}

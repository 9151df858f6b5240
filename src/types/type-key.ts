import type { Doc, TypeNode } from './type-node.js';

type Compound = Extract<TypeNode, { kind: 'array' | 'tuple' | 'union' | 'object' }>;

const known = new WeakMap<Compound, string>();

/** The same text for types that read the same, comments included. Kept with the node, since a type is asked for at each level above it. */
export function typeKey(type: TypeNode): string {
  if (type.kind === 'keyword') return type.name;
  if (type.kind === 'literal') return JSON.stringify(type.value);
  if (type.kind === 'reference') return `#${type.name}`;
  const kept = known.get(type);
  if (kept !== undefined) return kept;
  const key = make(type);
  known.set(type, key);
  return key;
}

function make(type: Compound): string {
  switch (type.kind) {
    case 'array':
      return `${typeKey(type.item)}[]`;
    case 'tuple':
      return `[${keys(type.required)};${keys(type.optional)};${type.rest === undefined ? '' : typeKey(type.rest)}]`;
    case 'union':
      return `(${type.members.map(typeKey).join('|')})`;
    case 'object': {
      const members = type.members.map(({ name, optional, type: member, doc }) => {
        return `${JSON.stringify(name)}${optional ? '?' : ''}:${typeKey(member)}${docKey(doc)}`;
      });
      const indexes = type.indexes.map(({ key, type: value }) => `[${JSON.stringify(key)}]:${typeKey(value)}`);
      return `{${[...members, ...indexes].join(';')}}`;
    }
  }
}

function keys(types: readonly TypeNode[]): string {
  return types.map(typeKey).join(',');
}

function docKey(doc: Doc | undefined): string {
  return doc === undefined ? '' : JSON.stringify(doc);
}

import { typeKey } from './type-key.js';
import type { TypeNames } from './type-names.js';
import type { Declaration, MemberNode, ObjectNode, TypeNode } from './type-node.js';

/** Nested objects with more members than this, or with this many and used more than once, get a name of their own. */
const mostInlineSize = 8;
const leastRepeatedSize = 2;

/** Takes nested objects that are large or repeated out of the declarations, each behind the declaration that names it first. */
export function extractTypes(declarations: readonly Declaration[], names: TypeNames): readonly Declaration[] {
  const census = new Census();
  for (const { type } of declarations) for (const child of childrenOf(type)) census.add(child);
  // A nested object that reads like a whole declaration is that declaration.
  const objects = declarations.flatMap(({ name, type }) => (type.kind === 'object' ? [{ name, type }] : []));
  if (!census.isEmpty) for (const { type } of objects) census.addDeclared(type);
  if (!census.hasNamed) return declarations;
  const extraction = new Extraction(census, names);
  for (const { name, type } of objects) extraction.know(type, name);
  return declarations.flatMap((declaration) => extraction.take(declaration));
}

/** How often nested objects are used, and how large they are, by what they read like. */
class Census {
  readonly #uses = new Map<string, number>();
  readonly #sizes = new Map<string, number>();

  get isEmpty(): boolean {
    return this.#sizes.size === 0;
  }

  /** True when some object is to get a name. */
  get hasNamed(): boolean {
    return [...this.#sizes.keys()].some((key) => this.isNamed(key));
  }

  isNamed(key: string): boolean {
    const size = this.#sizes.get(key) ?? 0;
    return size > mostInlineSize || (size >= leastRepeatedSize && (this.#uses.get(key) ?? 0) > 1);
  }

  addDeclared(type: ObjectNode): void {
    const uses = this.#uses.get(typeKey(type));
    if (uses !== undefined) this.#uses.set(typeKey(type), uses + 1);
  }

  /** Gives back the number of members at all levels. What is inside a repeated object is counted once: it is written once. */
  add(type: TypeNode): number {
    const key = type.kind === 'object' ? typeKey(type) : undefined;
    if (key !== undefined) {
      const uses = this.#uses.get(key) ?? 0;
      this.#uses.set(key, uses + 1);
      if (uses > 0) return this.#sizes.get(key) ?? 0;
    }
    let size = type.kind === 'object' ? type.members.length + type.indexes.length : 0;
    for (const child of childrenOf(type)) size += this.add(child);
    if (key !== undefined) this.#sizes.set(key, size);
    return size;
  }
}

class Extraction {
  readonly #named = new Map<string, string>();
  #taken: Declaration[] = [];

  constructor(
    readonly census: Census,
    readonly names: TypeNames,
  ) {}

  know(type: ObjectNode, name: string): void {
    if (!this.#named.has(typeKey(type))) this.#named.set(typeKey(type), name);
  }

  take(declaration: Declaration): Declaration[] {
    this.#taken = [];
    const { name, type } = declaration;
    const body = type.kind === 'object' ? this.#members(type, name) : this.#replace(type, name, '');
    return [{ ...declaration, type: body }, ...this.#taken];
  }

  #replace(type: TypeNode, owner: string, hint: string): TypeNode {
    switch (type.kind) {
      case 'array':
        return { ...type, item: this.#replace(type.item, owner, `${hint} Item`) };
      case 'tuple': {
        const items = (all: readonly TypeNode[]) => all.map((item) => this.#replace(item, owner, `${hint} Item`));
        const tuple = { ...type, required: items(type.required), optional: items(type.optional) };
        return type.rest === undefined ? tuple : { ...tuple, rest: this.#replace(type.rest, owner, `${hint} Item`) };
      }
      case 'union':
        return { ...type, members: this.#alternatives(type.members, owner, hint) };
      case 'object':
        return this.#object(type, owner, hint);
      default:
        return type;
    }
  }

  #alternatives(members: readonly TypeNode[], owner: string, hint: string): TypeNode[] {
    const isChoice = members.filter(({ kind }) => kind === 'object').length > 1;
    return members.map((member, index) => {
      const suffix = isChoice && member.kind === 'object' ? (tagOf(member) ?? `Option ${index + 1}`) : '';
      return this.#replace(member, owner, `${hint} ${suffix}`);
    });
  }

  #object(type: ObjectNode, owner: string, hint: string): TypeNode {
    const key = typeKey(type);
    if (!this.census.isNamed(key)) return this.#members(type, owner, hint);
    const known = this.#named.get(key);
    if (known !== undefined) return { kind: 'reference', name: known };
    const name = this.names.claim(owner, hint);
    this.#named.set(key, name);
    const place = this.#taken.length;
    this.#taken.push({ name, type });
    this.#taken[place] = { name, type: this.#members(type, name) };
    return { kind: 'reference', name };
  }

  #members(type: ObjectNode, owner: string, hint = ''): ObjectNode {
    const members = type.members.map((member) => ({
      ...member,
      type: this.#replace(member.type, owner, `${hint} ${member.name}`),
    }));
    const indexes = type.indexes.map((index) => ({
      ...index,
      type: this.#replace(index.type, owner, `${hint} Value`),
    }));
    return { ...type, members, indexes };
  }
}

/** The value that tells an alternative from the others, such as `'card'` of `{ kind: 'card' }`. */
function tagOf(type: ObjectNode): string | undefined {
  const tag = type.members.find((member: MemberNode) => !member.optional && member.type.kind === 'literal');
  return tag?.type.kind === 'literal' ? String(tag.type.value) : undefined;
}

function childrenOf(type: TypeNode): readonly TypeNode[] {
  switch (type.kind) {
    case 'array':
      return [type.item];
    case 'tuple':
      return [...type.required, ...type.optional, ...(type.rest === undefined ? [] : [type.rest])];
    case 'union':
      return type.members;
    case 'object':
      return [...type.members.map((member) => member.type), ...type.indexes.map((index) => index.type)];
    default:
      return [];
  }
}

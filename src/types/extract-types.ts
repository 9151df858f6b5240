import { typeKey } from './type-key.js';
import type { TypeNames } from './type-names.js';
import type { Declaration, MemberNode, ObjectNode, TypeNode } from './type-node.js';

/** Nested objects with more members than this, or with this many and used more than once, get a name of their own. */
const mostInlineSize = 8;
const leastRepeatedSize = 2;

/** Takes nested objects that are large or repeated out of the declarations, each behind the declaration that names it first. */
export function extractTypes(declarations: readonly Declaration[], names: TypeNames): readonly Declaration[] {
  if (!declarations.some(({ type }) => childrenOf(type).some(holdsObject))) return declarations;
  const uses = new Map<string, number>();
  for (const { type } of declarations) count(type, uses, true);
  const extraction = new Extraction(uses, names);
  for (const { name, type } of declarations) if (type.kind === 'object') extraction.know(type, name);
  return declarations.flatMap((declaration) => extraction.take(declaration));
}

class Extraction {
  readonly #named = new Map<string, string>();
  #taken: Declaration[] = [];

  constructor(
    readonly uses: ReadonlyMap<string, number>,
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
    const size = sizeOf(type);
    const isRepeated = size >= leastRepeatedSize && (this.uses.get(key) ?? 0) > 1;
    if (!isRepeated && size <= mostInlineSize) return this.#members(type, owner, hint);
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

function count(type: TypeNode, uses: Map<string, number>, isBody: boolean): void {
  if (type.kind === 'object') {
    const key = typeKey(type);
    uses.set(key, (uses.get(key) ?? 0) + 1);
    // What is inside a repeated object is counted once: it is written once.
    if (!isBody && (uses.get(key) ?? 0) > 1) return;
  }
  for (const child of childrenOf(type)) count(child, uses, false);
}

function holdsObject(type: TypeNode): boolean {
  return type.kind === 'object' || childrenOf(type).some(holdsObject);
}

function sizeOf(type: TypeNode): number {
  const own = type.kind === 'object' ? type.members.length + type.indexes.length : 0;
  return childrenOf(type).reduce((sum, child) => sum + sizeOf(child), own);
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

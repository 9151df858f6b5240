import type { ArrayShape } from './array-shape.js';
import { type Demands, demand, keyOf } from './constraint.js';
import type { Evaluator } from './evaluator.js';
import { type Loss, remarkOn } from './losses.js';
import { objectNode } from './object-type.js';
import type { ScalarSet } from './scalar-set.js';
import { docOf } from './schema-doc.js';
import { hintOfPointer, type TypeNames } from './type-names.js';
import { type Declaration, keyword, type TypeNode, unionOf } from './type-node.js';
import { everything, isEmptySet, type ValueSet } from './value-set.js';

/** How far a tuple that the schema lists is written on with the items that follow the list. */
const longestTuple = 4;

/** From demands to types. Every definition that is referenced is declared once, under its name. */
export class TypeBuilder {
  readonly #declarations: Declaration[] = [];
  readonly imports = new Set<string>();
  readonly #named = new Map<string, string>();
  readonly #open = new Map<string, string | undefined>();
  /** The pointer of the definition that is being declared. */
  #place = '';

  constructor(
    readonly evaluator: Evaluator,
    readonly side: 'input' | 'output',
    readonly shared: ReadonlyMap<string, string>,
    readonly names: TypeNames,
    readonly rootName: string,
  ) {
    this.#named.set('', rootName);
  }

  /** What has been declared, with a remark where a type is weaker than its schema. */
  finish(): Declaration[] {
    const owners = new Set([...this.#named.keys(), ...this.shared.keys()]);
    const remarks = new Map<string, string>();
    for (const [pointer, losses] of this.evaluator.losses.byOwner(owners)) {
      if (!this.shared.has(pointer)) remarks.set(this.#named.get(pointer) ?? this.rootName, remarkOn(losses));
    }
    return this.#declarations.map((declared) => {
      const remark = remarks.get(declared.name);
      if (remark === undefined) return declared;
      const { doc = { tags: [] } } = declared;
      return { ...declared, doc: { ...doc, tags: [{ name: 'remarks', text: remark }, ...doc.tags] } };
    });
  }

  /** Notes that the type being made is weaker than the schema. */
  lose(loss: Loss): void {
    this.evaluator.losses.add(this.#place, loss);
  }

  /** Declares the schema at a pointer under a name. The place in the list is taken before what it refers to. */
  declare(pointer: string, name: string): void {
    const place = this.#declarations.length;
    this.#declarations.push({ name, type: keyword('unknown') });
    const demands = [demand(pointer, this.evaluator.index.at(pointer) ?? true)];
    const outer = this.#place;
    this.#place = pointer;
    this.#open.set(keyOf(demands), name);
    this.#declarations[place] = declaration(
      name,
      this.#build(this.evaluator.evaluate(demands), name),
      docOf(demands, this.side),
    );
    this.#open.delete(keyOf(demands));
    this.#place = outer;
  }

  /** The type of a place; `hint` names it should it have to be declared. */
  typeOf(demands: Demands, hint: string): TypeNode {
    if (demands.length === 0) return keyword('unknown');
    const own = this.#ownReference(demands);
    if (own !== undefined) return own;
    const set = this.evaluator.evaluate(demands);
    const key = keyOf(demands);
    if (this.#open.has(key)) return this.#recursion(key, hint);
    const declared = this.#named.get(`demands ${key}`);
    if (declared !== undefined) return { kind: 'reference', name: declared };
    this.#open.set(key, undefined);
    const place = this.#declarations.length;
    const type = this.#build(set, hint);
    const name = this.#open.get(key);
    this.#open.delete(key);
    if (name === undefined) return type;
    this.#named.set(`demands ${key}`, name);
    this.#declarations.splice(place, 0, declaration(name, type, docOf(demands, this.side)));
    return { kind: 'reference', name };
  }

  /** A place that is referenced from elsewhere has a name itself. */
  #ownReference(demands: Demands): TypeNode | undefined {
    const [only] = demands;
    if (demands.length !== 1 || only === undefined || !('schema' in only) || only.key !== only.pointer)
      return undefined;
    return this.evaluator.index.referenced.has(only.pointer) ? this.#reference(only.pointer) : undefined;
  }

  /** Combinations of definitions can be recursive without being a definition: those get a name when they are met again. */
  #recursion(key: string, hint: string): TypeNode {
    const name = this.#open.get(key) ?? this.names.claim('', hint);
    this.#open.set(key, name);
    return { kind: 'reference', name };
  }

  #reference(pointer: string): TypeNode {
    const shared = this.shared.get(pointer);
    if (shared !== undefined) {
      this.imports.add(shared);
      return { kind: 'reference', name: shared };
    }
    const known = this.#named.get(pointer);
    if (known !== undefined) return { kind: 'reference', name: known };
    const name = this.names.claim(this.rootName, hintOfPointer(pointer));
    this.#named.set(pointer, name);
    this.declare(pointer, name);
    return { kind: 'reference', name };
  }

  #build(set: ValueSet, hint: string): TypeNode {
    if (set.named === undefined) return this.#parts(set, hint);
    const references = set.named.references.map((pointer) => this.#reference(pointer));
    const { others } = set.named;
    return unionOf(others === undefined ? references : [...references, this.#parts(others, hint)]);
  }

  #parts(set: ValueSet, hint: string): TypeNode {
    if (set === everything) return keyword('unknown');
    if (isEmptySet(set)) return keyword('never');
    const leavesOut = [set.string, set.number].some(({ inverted, values }) => inverted && values.length > 0);
    if (leavesOut) this.lose('excluded values');
    const types: TypeNode[] = [];
    addScalars(types, set.string, 'string');
    addScalars(types, set.number, 'number');
    addBooleans(types, set.boolean);
    for (const shape of set.arrays) types.push(this.#array(shape, hint));
    for (const shape of set.objects) types.push(objectNode(shape, hint, this));
    if (set.null.inverted !== set.null.values.length > 0) types.push(keyword('null'));
    return unionOf(types);
  }

  /**
   * A tuple where the schema lists the items, else an array: bounds alone make none, since what a caller holds, and what
   * `map` gives back, is an array of unknown length.
   */
  #array(shape: ArrayShape, hint: string): TypeNode {
    if (shape.most === 0) return { kind: 'array', item: keyword('never') };
    const rest = this.typeOf(shape.rest, `${hint} Item`);
    if (shape.prefix.length === 0) return { kind: 'array', item: rest };
    const listed = shape.prefix.map((demands) => this.typeOf(demands, `${hint} Item`));
    const longest = Math.max(listed.length, longestTuple);
    const fewest = Math.min(shape.fewest, longest);
    const isBounded = shape.most <= longest;
    const items = Array.from({ length: isBounded ? shape.most : Math.max(fewest, listed.length) }, (_, index) => {
      return listed[index] ?? rest;
    });
    const tuple = { kind: 'tuple' as const, required: items.slice(0, fewest), optional: items.slice(fewest) };
    return isBounded ? tuple : { ...tuple, rest };
  }
}

function declaration(name: string, type: TypeNode, doc: Declaration['doc']): Declaration {
  return doc === undefined ? { name, type } : { name, type, doc };
}

function addScalars<T extends string | number>(types: TypeNode[], set: ScalarSet<T>, name: 'string' | 'number'): void {
  if (set.inverted) types.push(keyword(name));
  else for (const value of set.values) types.push({ kind: 'literal', value });
}

function addBooleans(types: TypeNode[], set: ScalarSet<boolean>): void {
  if (set.inverted && set.values.length === 0) types.push(keyword('boolean'));
  else {
    const values = [true, false].filter((value) => set.values.includes(value) !== set.inverted);
    if (values.length === 2) types.push(keyword('boolean'));
    else for (const value of values) types.push({ kind: 'literal', value });
  }
}

import { isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import { type Constraint, type Demands, demand, keyOf, type SchemaConstraint } from './constraint.js';
import { type Loss, Losses } from './losses.js';
import { dependenciesOf } from './object-keywords.js';
import type { Knowledge } from './object-shape.js';
import { ownOf } from './own-keywords.js';
import { childPointer, type SchemaIndex } from './schema-index.js';
import { unevaluatedOf } from './unevaluated.js';
import {
  everything,
  inexact,
  intersect,
  invert,
  isEmptySet,
  isExact,
  nothingAtAll,
  unite,
  type ValueSet,
  withoutCovered,
} from './value-set.js';

/** Keywords that combine schemas; without any, a schema says what its own keywords and its reference say. */
const combining: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** More demands on one value, or more distinct combinations of them, are not followed: the type gets weaker, never wrong. */
const mostDemands = 32;
const mostCombinations = 4_000;
/** With more branches `oneOf` is only a union. */
const mostExclusive = 4;
/** As many branches are compared with each other, to see whether two of them take the same value. */
const mostCompared = 16;
/** How deep it is asked whether a member can have a value at all. */
const deepestDoubt = 4;

/** From demands to the set of values that meet them. Each keyword narrows the set; the children stay demands. */
export class Evaluator implements Knowledge {
  readonly #known = new Map<string, ValueSet>();
  readonly #open = new Map<string, number>();
  /** The outermost evaluation under way that a result being made depends on; such a result is not final, so it is not kept. */
  #outermost = Number.POSITIVE_INFINITY;
  #doubts = 0;
  #combinations = 0;

  readonly losses = new Losses();

  constructor(readonly index: SchemaIndex) {}

  evaluate(demands: Demands): ValueSet {
    if (demands.length === 0) return everything;
    const key = keyOf(demands);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const depth = this.#open.get(key);
    if (depth !== undefined || (demands.length > 1 && this.#combinations > mostCombinations)) {
      this.#outermost = Math.min(this.#outermost, depth ?? Number.POSITIVE_INFINITY);
      return depth === undefined ? this.evaluate(demands.slice(0, 1)) : everything;
    }
    return this.#keep(key, () => this.#meetAll(demands.slice(0, mostDemands)));
  }

  isNever(demands: Demands): boolean {
    if (demands.length === 0 || this.#doubts >= deepestDoubt) return false;
    this.#doubts += 1;
    const isEmpty = isEmptySet(this.evaluate(demands));
    this.#doubts -= 1;
    return isEmpty;
  }

  isUnknown(demands: Demands): boolean {
    return demands.length === 0 || this.evaluate(demands) === everything;
  }

  #keep(key: string, make: () => ValueSet): ValueSet {
    const depth = this.#open.size;
    const outer = this.#outermost;
    this.#outermost = Number.POSITIVE_INFINITY;
    this.#open.set(key, depth);
    const set = make();
    this.#open.delete(key);
    if (this.#outermost >= depth && this.#doubts < deepestDoubt) this.#known.set(key, set);
    this.#outermost = Math.min(outer, this.#outermost >= depth ? Number.POSITIVE_INFINITY : this.#outermost);
    return set;
  }

  #meetAll(demands: Demands): ValueSet {
    if (demands.length > 1) this.#combinations += 1;
    const [only] = demands;
    if (demands.length === 1 && only !== undefined) return this.#meet(only);
    return demands.reduce((set, each) => intersect(set, this.evaluate([each]), this), everything);
  }

  #meet(constraint: Constraint): ValueSet {
    if ('not' in constraint) return withoutCovered(invert(this.evaluate(constraint.not), this));
    const { schema } = constraint;
    if (schema === false) return nothingAtAll;
    if (!isJsonObject(schema)) return everything;
    const reference = this.#reference(constraint, schema);
    if (reference !== undefined && this.index.dialect.refHidesSiblings) return reference;
    const own = intersect(ownOf(constraint, schema, this), reference ?? everything, this);
    if (!Object.keys(schema).some((keyword) => combining.has(keyword))) return own;
    const combined: readonly (readonly [Loss, ValueSet])[] = [
      ['allOf', this.#allOf(constraint, schema)],
      ['anyOf', this.#anyOf(constraint, schema)],
      ['oneOf', this.#oneOf(constraint, schema)],
      ['not', this.#not(constraint, schema)],
      ['if', this.#condition(constraint, schema)],
      ['dependentRequired', dependenciesOf(constraint, schema, this)],
      ['unevaluatedProperties', unevaluatedOf(constraint, schema, this)],
    ];
    return combined.reduce((set, [keyword, next]) => this.narrow(constraint, keyword, set, next), own);
  }

  /** Values in both sets; what gets too large to be said is noted under the keyword. */
  narrow(constraint: SchemaConstraint, keyword: Loss, left: ValueSet, right: ValueSet): ValueSet {
    const meet = intersect(left, right, this);
    const isWhole = (set: ValueSet) => set.objects.every(({ exact }) => exact);
    if (!isWhole(meet) && isWhole(left) && isWhole(right)) this.losses.add(constraint.pointer, keyword);
    return meet;
  }

  #reference(constraint: SchemaConstraint, schema: JsonObject): ValueSet | undefined {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return undefined;
    const pointer = this.index.resolve(reference, constraint.pointer);
    if (pointer === undefined) return everything;
    const set = this.evaluate([demand(pointer, this.index.at(pointer) ?? true)]);
    return isEmptySet(set) ? set : { ...set, named: { references: [pointer], others: undefined } };
  }

  #allOf(constraint: SchemaConstraint, schema: JsonObject): ValueSet {
    return this.#branches(constraint, schema, 'allOf').reduce(
      (set, branch) => this.narrow(constraint, 'allOf', set, this.evaluate([branch])),
      everything,
    );
  }

  #anyOf(constraint: SchemaConstraint, schema: JsonObject): ValueSet {
    const branches = this.#branches(constraint, schema, 'anyOf').map((branch) => this.evaluate([branch]));
    return branches.length === 0 ? everything : uniteAll(branches);
  }

  /** A union, and where that costs nothing one without the values that two branches share. */
  #oneOf(constraint: SchemaConstraint, schema: JsonObject): ValueSet {
    const branches = this.#branches(constraint, schema, 'oneOf').map((branch) => this.evaluate([branch]));
    if (branches.length === 0) return everything;
    const union = uniteAll(branches);
    if (this.#areApart(branches)) return union;
    if (branches.length > mostExclusive || branches.some((branch) => branch.named !== undefined))
      return this.#overlapping(constraint, union);
    const exclusive = branches.map((branch, index) =>
      branches.reduce((left, other, otherIndex) => {
        if (index === otherIndex || isEmptySet(intersect(left, other, this))) return left;
        return intersect(left, invert(other, this), this);
      }, branch),
    );
    const narrowed = withoutCovered(uniteAll(exclusive));
    const isNoLonger = narrowed.objects.length <= union.objects.length && narrowed.arrays.length <= union.arrays.length;
    if (!isNoLonger || !this.#areApart(exclusive)) this.losses.add(constraint.pointer, 'oneOf');
    return isNoLonger ? narrowed : inexact(union);
  }

  /** A value in two branches of `oneOf` is refused, which the union cannot say. */
  #overlapping(constraint: SchemaConstraint, union: ValueSet): ValueSet {
    this.losses.add(constraint.pointer, 'oneOf');
    return inexact(union);
  }

  /** True when it is certain that no value is in two of the sets. */
  #areApart(sets: readonly ValueSet[]): boolean {
    if (sets.length > mostCompared) return false;
    return sets.every((one, index) => sets.slice(index + 1).every((other) => isEmptySet(intersect(one, other, this))));
  }

  #not(constraint: SchemaConstraint, schema: JsonObject): ValueSet {
    const negated = this.child(constraint, schema, 'not');
    if (negated === undefined) return everything;
    return withoutCovered(this.#opposite(constraint, 'not', this.evaluate([negated])));
  }

  /** At least the values outside of the set; a loss when it may be more. */
  #opposite(constraint: SchemaConstraint, keyword: Loss, set: ValueSet): ValueSet {
    const outside = invert(set, this);
    const isWhole =
      isExact(outside) &&
      outside.objects.every(({ properties }) => {
        return [...properties.values()].every(({ demands }) => isExact(this.evaluate(demands)));
      });
    if (!isWhole) this.losses.add(constraint.pointer, keyword);
    return outside;
  }

  #condition(constraint: SchemaConstraint, schema: JsonObject): ValueSet {
    const condition = this.child(constraint, schema, 'if');
    if (condition === undefined || !this.index.dialect.hasConditions) return everything;
    const branch = (keyword: string) => {
      const child = this.child(constraint, schema, keyword);
      return child === undefined ? everything : this.evaluate([child]);
    };
    const holds = this.evaluate([condition]);
    const [yes, no] = [branch('then'), branch('else')];
    if (yes === everything && no === everything) return everything;
    const cases = unite(intersect(holds, yes, this), intersect(this.#opposite(constraint, 'if', holds), no, this));
    return withoutCovered(cases);
  }

  /** The subschema that stands under a keyword, if one does. */
  child(constraint: SchemaConstraint, schema: JsonObject, ...steps: readonly string[]): SchemaConstraint | undefined {
    let value: JsonValue | undefined = schema;
    for (const step of steps) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
      value = Array.isArray(value) ? value[Number(step)] : (value as JsonObject)[step];
    }
    if (typeof value !== 'boolean' && !isJsonObject(value)) return undefined;
    return demand(childPointer(constraint.pointer, ...steps), value);
  }

  #branches(constraint: SchemaConstraint, schema: JsonObject, keyword: string): SchemaConstraint[] {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) return [];
    return branches.map((branch, index) => demand(childPointer(constraint.pointer, keyword, String(index)), branch));
  }
}

function uniteAll(sets: readonly ValueSet[]): ValueSet {
  return sets.some((set) => set === everything) ? everything : sets.reduce(unite);
}

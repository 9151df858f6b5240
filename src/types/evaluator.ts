import { isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import { arraysOf } from './array-keywords.js';
import { type Constraint, type Demands, demand, keyOf, type SchemaConstraint } from './constraint.js';
import { literalsOf } from './literal-values.js';
import { dependenciesOf, objectsOf } from './object-keywords.js';
import type { Knowledge } from './object-shape.js';
import { noScalar, someScalar } from './scalar-set.js';
import { childPointer, type SchemaIndex } from './schema-index.js';
import { unevaluatedOf } from './unevaluated.js';
import {
  everything,
  inexact,
  intersect,
  invert,
  isEmptySet,
  nothingAtAll,
  unite,
  type ValueSet,
  withoutCovered,
} from './value-set.js';

const numberLimits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
const stringLimits = ['minLength', 'maxLength', 'pattern', 'format', 'contentEncoding', 'contentMediaType'];

/** More demands on one value, or more distinct combinations of them, are not followed: the type gets weaker, never wrong. */
const mostDemands = 32;
const mostCombinations = 4_000;
/** With more branches `oneOf` is only a union. */
const mostExclusive = 4;
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
    return [
      () => this.#own(constraint, schema),
      () => reference ?? everything,
      () => this.#allOf(constraint, schema),
      () => this.#anyOf(constraint, schema),
      () => this.#oneOf(constraint, schema),
      () => this.#not(constraint, schema),
      () => this.#condition(constraint, schema),
      () => dependenciesOf(constraint, schema, this),
      () => unevaluatedOf(constraint, schema, this),
    ].reduce((set, keyword) => intersect(set, keyword(), this), everything);
  }

  #reference(constraint: SchemaConstraint, schema: JsonObject): ValueSet | undefined {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return undefined;
    const pointer = this.index.resolve(reference, constraint.pointer);
    if (pointer === undefined) return everything;
    const set = this.evaluate([demand(pointer, this.index.at(pointer) ?? true)]);
    return isEmptySet(set) ? set : { ...set, named: { references: [pointer], others: undefined } };
  }

  /** What `type` and the keywords of one type say, before any that combine schemas. */
  #own(constraint: SchemaConstraint, schema: JsonObject): ValueSet {
    const types = allowedTypes(schema);
    const has = (type: string) => types === undefined || types.has(type);
    const limits = (keywords: readonly string[]) => keywords.some((keyword) => Object.hasOwn(schema, keyword));
    const number =
      limits(numberLimits) || (types !== undefined && !types.has('number')) ? someScalar : everything.number;
    const objects = objectsOf(constraint, schema, this);
    const arrays = arraysOf(constraint, schema, this);
    const isWhole = types === undefined && objects === everything.objects && arrays === everything.arrays;
    if (isWhole && !limits(numberLimits) && !limits(stringLimits)) return literalsOf(schema, this) ?? everything;
    const own: ValueSet = {
      null: has('null') ? everything.null : noScalar,
      boolean: has('boolean') ? everything.boolean : noScalar,
      number: has('number') || has('integer') ? number : noScalar,
      string: has('string') ? (limits(stringLimits) ? someScalar : everything.string) : noScalar,
      arrays: has('array') ? arrays : [],
      objects: has('object') ? objects : [],
    };
    return intersect(own, literalsOf(schema, this) ?? everything, this);
  }

  #allOf(constraint: SchemaConstraint, schema: JsonObject): ValueSet {
    return this.#branches(constraint, schema, 'allOf').reduce(
      (set, branch) => intersect(set, this.evaluate([branch]), this),
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
    if (branches.length > mostExclusive || branches.some((branch) => branch.named !== undefined)) return inexact(union);
    const exclusive = branches.map((branch, index) =>
      branches.reduce((left, other, otherIndex) => {
        if (index === otherIndex || isEmptySet(intersect(left, other, this))) return left;
        return intersect(left, invert(other, this), this);
      }, branch),
    );
    const narrowed = withoutCovered(uniteAll(exclusive));
    const isNoLonger = narrowed.objects.length <= union.objects.length && narrowed.arrays.length <= union.arrays.length;
    return isNoLonger ? narrowed : inexact(union);
  }

  #not(constraint: SchemaConstraint, schema: JsonObject): ValueSet {
    const negated = this.child(constraint, schema, 'not');
    return negated === undefined ? everything : withoutCovered(invert(this.evaluate([negated]), this));
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
    const cases = unite(intersect(holds, yes, this), intersect(invert(holds, this), no, this));
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

/** The names under `type`; undefined when every type is welcome. `nullable` is not JSON Schema, but validators know it. */
function allowedTypes(schema: JsonObject): ReadonlySet<string> | undefined {
  const type = schema['type'];
  if (typeof type !== 'string' && !Array.isArray(type)) return undefined;
  const types = new Set((typeof type === 'string' ? [type] : type).filter((name) => typeof name === 'string'));
  if (schema['nullable'] === true) types.add('null');
  return types;
}

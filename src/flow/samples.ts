import { type JsonObject, type JsonValue, jsonKey } from '../json.js';
import { isMultipleOf } from '../runtime/multiple-of.js';
import { both, type Demands, keyOfDemands } from './demands.js';
import type { Facts } from './facts.js';
import { factsOfFormat } from './format-facts.js';
import type { Judge } from './judge.js';
import type { Shape } from './shapes.js';

/** Values that are kept for some demands, and longest texts and arrays that are made. */
const mostSamples = 4;
const longestText = 5_000;
const longestArray = 200;
/** Parts of parts of values are made so deep. */
const deepest = 60;

/** Makes values that satisfy demands. It may find none where there are some; those that it finds are checked. */
export class Samples {
  readonly #known = new Map<string, readonly JsonValue[]>();
  #depth = 0;

  constructor(private readonly judge: Judge) {}

  /** A few values, different ones. */
  of(demands: Demands): readonly JsonValue[] {
    const key = keyOfDemands(demands);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#depth >= deepest) return [];
    // What refers to itself finds nothing here, and looks for a way without.
    this.#known.set(key, []);
    const shapes = this.judge.shapes.of(demands);
    const share = Math.max(1, Math.ceil(mostSamples / Math.max(shapes.length, 1)));
    this.#depth += 1;
    try {
      const found = shapes.slice(0, mostSamples * 4).flatMap((shape) => take(share, this.#ofShape(shape)));
      const samples = found.slice(0, mostSamples * 2);
      this.#known.set(key, samples);
      return samples;
    } finally {
      this.#depth -= 1;
    }
  }

  /** Objects of a shape in which a member has one of the values. */
  withMember(shape: Shape, name: string, values: readonly JsonValue[]): readonly JsonValue[] {
    return values.flatMap((value) => {
      const made = this.#object(shape, new Map([[name, value]]), []);
      return made === undefined ? [] : [made];
    });
  }

  /** Arrays of a shape in which an item has one of the values. */
  withItem(shape: Shape, index: number, values: readonly JsonValue[]): readonly JsonValue[] {
    return values.flatMap((value) => {
      const length = Math.max(index + 1, shape.facts.fewest);
      const made = length > longestArray ? undefined : this.#array(shape, length, new Map([[index, value]]));
      return made === undefined ? [] : [made];
    });
  }

  *#ofShape(shape: Shape): Generator<JsonValue> {
    const seen = new Set<string>();
    for (const value of this.#candidates(shape)) {
      this.judge.graph.work.spend();
      const key = jsonKey(value);
      if (seen.has(key) || !this.judge.shapes.satisfies(shape.demands, value)) continue;
      seen.add(key);
      yield value;
    }
  }

  #candidates(shape: Shape): Iterable<JsonValue> {
    const { facts } = shape;
    if (facts.values !== undefined) return facts.values;
    switch (facts.type) {
      case 'number':
        // A step from a very large bound is no number of JSON any more.
        return [...numbers(facts)].filter(Number.isFinite);
      case 'string':
        return this.#texts(facts);
      case 'array':
        return this.#arrays(shape);
      case 'object':
        return this.#objects(shape);
      default:
        return [];
    }
  }

  *#texts(facts: Facts): Generator<string> {
    const { fewest, most, patterns, otherPatterns } = facts;
    for (const format of facts.formats) {
      const { example } = factsOfFormat(format);
      if (example !== undefined) yield example;
    }
    const query = { matching: [...patterns], avoiding: [...otherPatterns], fewest, most };
    const found = this.judge.texts.find(query);
    if (typeof found === 'object') yield found.text;
    for (const length of [fewest, fewest + 1, Math.min(most, fewest + 20), most]) {
      if (length > longestText || length > most) continue;
      for (const character of 'a1 ') yield character.repeat(length);
    }
    yield '???';
  }

  *#arrays(shape: Shape): Generator<JsonValue> {
    const { fewest, most } = shape.facts;
    for (const length of [fewest, fewest + 1, fewest + 2]) {
      if (length > most || length > longestArray) continue;
      const plain = this.#array(shape, length, new Map());
      if (plain !== undefined) yield plain;
      for (const { node } of shape.facts.contains) {
        for (let index = 0; index < Math.min(length, 4); index++) {
          const item = this.of(both(this.judge.parts.itemAt(shape, index), [node.id]))[0];
          const made = item === undefined ? undefined : this.#array(shape, length, new Map([[index, item]]));
          if (made !== undefined) yield made;
        }
      }
    }
  }

  #array(shape: Shape, length: number, fixed: ReadonlyMap<number, JsonValue>): JsonValue[] | undefined {
    const items: JsonValue[] = [];
    const seen = new Set([...fixed.values()].map(jsonKey));
    for (let index = 0; index < length; index++) {
      const given = fixed.get(index);
      const choices = given === undefined ? this.of(this.judge.parts.itemAt(shape, index)) : [given];
      const fresh = choices.find((value) => !seen.has(jsonKey(value)));
      const item = given ?? (shape.facts.isUnique ? fresh : choices[0]);
      if (item === undefined) return undefined;
      seen.add(jsonKey(item));
      items.push(item);
    }
    return items;
  }

  *#objects(shape: Shape): Generator<JsonValue> {
    const others = this.judge.parts.casesOf(shape).filter(({ isRequired }) => !isRequired);
    const names = others.flatMap(({ name, names: demands }) => (name === undefined ? this.namesFor(demands) : [name]));
    const fewest = Math.max(shape.facts.fewest - shape.facts.required.size, 0);
    const variants = [names.slice(0, fewest), ...names.map((name) => [name]), names];
    for (const variant of variants) {
      const made = this.#object(shape, new Map(), variant);
      if (made !== undefined) yield made;
    }
  }

  /** An object with all that is required, and of the optional members those that can be. */
  #object(shape: Shape, fixed: ReadonlyMap<string, JsonValue>, optional: readonly string[]): JsonObject | undefined {
    const made = new Map<string, JsonValue>(fixed);
    for (const name of shape.facts.required) {
      if (made.has(name)) continue;
      const value = this.of(this.judge.parts.memberAt(shape, name))[0];
      if (value === undefined) return undefined;
      made.set(name, value);
    }
    for (const name of optional) {
      if (made.has(name) || made.size >= shape.facts.most) continue;
      const value = this.of(this.judge.parts.memberAt(shape, name))[0];
      if (value !== undefined) made.set(name, value);
    }
    const members = [...made].sort(([a], [b]) => (a < b ? -1 : 1));
    // Defined one by one, so that `__proto__` would be a name like any other.
    return Object.fromEntries(members);
  }

  /** Names that satisfy the demands, such as read well. */
  namesFor(demands: Demands): readonly string[] {
    const preferred = ['other', 'more', 'x'].filter((name) => this.judge.shapes.satisfies(demands, name));
    if (preferred.length > 0) return preferred;
    return this.of(demands).filter((name) => typeof name === 'string');
  }
}

function take<T>(count: number, values: Iterable<T>): readonly T[] {
  const taken: T[] = [];
  for (const value of values) {
    taken.push(value);
    if (taken.length >= count) break;
  }
  return taken;
}

function* numbers({ low, high, divisors, isInteger }: Facts): Generator<number> {
  const anchors = [low?.bound, high?.bound, 0].filter((each) => each !== undefined);
  for (const divisor of [...divisors, isInteger === true ? 1 : 0.5, 1]) {
    for (const anchor of anchors) {
      const whole = Math.round(anchor / divisor);
      for (const step of [0, 1, -1, 2, -2, 3, 7]) {
        const value = (whole + step) * divisor;
        yield [...divisors].every((each) => isMultipleOf(value, each)) ? value : Number(value.toPrecision(12));
      }
    }
  }
  for (const anchor of anchors) yield* [anchor, anchor + 0.5, anchor - 0.5, anchor + 1, anchor - 1, anchor + 0.01];
  yield* [1, 1.5, 1000, -1000, 1e6, 12_345.678];
  if (low !== undefined && high !== undefined) yield (low.bound + high.bound) / 2;
}

import fc, { type GeneratorValue } from 'fast-check';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/json.js';
import { randomValue } from '../types/support/random-schema.js';

/**
 * Values that a schema probably takes, drawn at random: what its keywords ask for, now and then bent. A validator has the last
 * word. Understands older dialects too, and knows references within the schema.
 */
export function valuesOf(schema: JsonObject, seed: number, count: number): readonly JsonValue[] {
  const made = fc.gen().map((draw) => {
    const maker = new ValueMaker(draw, schema);
    const value = maker.make(schema, 0);
    return maker.chance(3) ? maker.bend(value) : value;
  });
  return fc.sample(made, { seed, numRuns: count });
}

const deepest = 7;
const texts = [
  '',
  'a',
  'b',
  'xx',
  'ab',
  'TCK-1',
  '2026-01-31',
  '2026-01-31T12:30:00Z',
  'a@example.com',
  'https://example.com/a',
];

class ValueMaker {
  constructor(
    private readonly draw: GeneratorValue,
    private readonly root: JsonObject,
  ) {}

  /** True once in so many times. */
  chance(times: number): boolean {
    return this.draw(fc.nat, { max: times - 1 }) === 0;
  }

  make(schema: JsonValue | undefined, depth: number): JsonValue {
    if (!isJsonObject(schema) || depth > deepest) return this.draw(() => randomValue);
    const { $ref } = schema;
    const merged = typeof $ref === 'string' ? this.#merge(schema, this.#at($ref)) : schema;
    if (merged['const'] !== undefined && !this.chance(9)) return merged['const'];
    if (Array.isArray(merged['enum']) && merged['enum'].length > 0 && !this.chance(9))
      return this.#pick(merged['enum']);
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const { [keyword]: branches, ...rest } = merged;
      if (!Array.isArray(branches) || branches.length === 0) continue;
      const chosen = keyword === 'allOf' ? branches : [this.#pick(branches)];
      return this.make(
        chosen.reduce((all: JsonObject, each) => this.#merge(all, each), rest),
        depth + 1,
      );
    }
    if (isJsonObject(merged['if'])) {
      const { if: condition, then: positive, else: negative, ...rest } = merged;
      const holds = this.chance(2);
      return this.make(
        this.#merge(holds ? this.#merge(rest, condition) : rest, holds ? positive : negative),
        depth + 1,
      );
    }
    return this.#ofType(merged, depth);
  }

  /** The value with one part changed, left out or added. */
  bend(value: JsonValue): JsonValue {
    if (Array.isArray(value) && value.length > 0 && !this.chance(3)) {
      const at = this.draw(fc.nat, { max: value.length - 1 });
      return value.map((item, index) => (index === at ? this.bend(item) : item));
    }
    if (Array.isArray(value)) return this.chance(2) ? [...value, this.draw(() => randomValue)] : value.slice(1);
    if (!isJsonObject(value)) return this.draw(() => randomValue);
    const names = Object.keys(value);
    const name =
      names.length > 0 && !this.chance(3) ? this.#pick(names) : this.#pick(['a', 'b', 'x-a', 'c d', 'extra']);
    const { [String(name)]: before, ...others } = value;
    if (this.chance(3)) return others;
    return { ...others, [String(name)]: before === undefined ? this.draw(() => randomValue) : this.bend(before) };
  }

  #merge(one: JsonObject, other: JsonValue | undefined): JsonObject {
    if (!isJsonObject(other)) return one;
    const { $ref, ...rest } = other;
    const far = typeof $ref === 'string' ? this.#at($ref) : undefined;
    const own = isJsonObject(far) && far['$ref'] === undefined ? { ...far, ...rest } : rest;
    const both: JsonObject = { ...one, ...own };
    for (const keyword of ['properties', 'patternProperties']) {
      const [a, b] = [one[keyword], own[keyword]];
      if (isJsonObject(a) && isJsonObject(b)) both[keyword] = { ...a, ...b };
    }
    for (const keyword of ['required', 'allOf']) {
      const [a, b] = [one[keyword], own[keyword]];
      if (Array.isArray(a) && Array.isArray(b)) both[keyword] = [...a, ...b];
    }
    return both;
  }

  #ofType(schema: JsonObject, depth: number): JsonValue {
    const all = ['null', 'boolean', 'number', 'string', 'array', 'object'];
    const guess = [
      'properties',
      'required',
      'additionalProperties',
      'patternProperties',
      'minProperties',
      'unevaluatedProperties',
    ].some((each) => schema[each] !== undefined)
      ? ['object']
      : ['items', 'prefixItems', 'contains', 'minItems', 'uniqueItems', 'unevaluatedItems'].some(
            (each) => schema[each] !== undefined,
          )
        ? ['array']
        : all;
    const { type = this.chance(4) ? all : guess } = schema;
    switch (Array.isArray(type) ? this.#pick(type) : type) {
      case 'string':
        return this.#text(schema);
      case 'integer':
        return Math.round(this.#number(schema));
      case 'number':
        return this.#number(schema);
      case 'boolean':
        return this.chance(2);
      case 'array':
        return this.#array(schema, depth);
      case 'object':
        return this.#object(schema, depth);
      default:
        return null;
    }
  }

  #text({ minLength, maxLength }: JsonObject): string {
    const [least, most] = [Number(minLength ?? 0), Number(maxLength ?? 30)];
    const made = this.chance(2) ? String(this.#pick(texts)) : 'ab1-'.repeat(9).slice(0, this.draw(fc.nat, { max: 6 }));
    return made.padEnd(least, 'a').slice(0, Math.max(most, 0));
  }

  #number(schema: JsonObject): number {
    const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].flatMap((each) => schema[each] ?? []);
    const step = Number(schema['multipleOf'] ?? (this.chance(3) ? 0.5 : 1));
    const anchor = bounds.length === 0 ? 0 : Number(this.#pick(bounds));
    return anchor + (this.draw(fc.nat, { max: 6 }) - 3) * step;
  }

  #array(schema: JsonObject, depth: number): JsonValue {
    const { items, prefixItems } = schema;
    const listed = Array.isArray(prefixItems) ? prefixItems : Array.isArray(items) ? items : [];
    const rest = Array.isArray(items) ? schema['additionalItems'] : items;
    const least = Number(schema['minItems'] ?? 0);
    const length = Math.min(least + this.draw(fc.nat, { max: 3 }), Number(schema['maxItems'] ?? 6));
    const contained = this.draw(fc.nat, { max: 3 });
    return Array.from({ length: Math.max(length, 0) }, (_, index) =>
      this.make(
        schema['contains'] !== undefined && index === contained ? schema['contains'] : (listed[index] ?? rest),
        depth + 1,
      ),
    );
  }

  #object(schema: JsonObject, depth: number): JsonValue {
    const object: JsonObject = {};
    const required = (Array.isArray(schema['required']) ? schema['required'] : []).map(String);
    const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
    const others = schema['additionalProperties'] ?? schema['unevaluatedProperties'];
    const isFull = this.chance(3);
    for (const [name, member] of Object.entries(properties)) {
      if (required.includes(name) || isFull || this.chance(2)) object[name] = this.make(member, depth + 1);
    }
    for (const name of required) object[name] ??= this.make(others, depth + 1);
    if (this.chance(2) && others !== false)
      object[String(this.#pick(['a', 'b', 'x-a', 'c d', 'extra']))] ??= this.make(others, depth + 1);
    return object;
  }

  #pick(values: readonly JsonValue[]): JsonValue {
    return values[this.draw(fc.nat, { max: Math.max(values.length - 1, 0) })] ?? null;
  }

  #at(reference: string): JsonValue | undefined {
    const steps = decodeURIComponent(reference).split('/').slice(1);
    return steps.reduce<JsonValue | undefined>((value, step) => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
      return isJsonObject(value) ? value[key] : Array.isArray(value) ? value[Number(key)] : undefined;
    }, this.root);
  }
}

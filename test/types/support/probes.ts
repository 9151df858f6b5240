import fc, { type GeneratorValue } from 'fast-check';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/json.js';

/** Values that a schema of a tool probably takes, and each with one thing changed. A validator has the last word on both. */
export function probesOf(schema: JsonObject, seed: number, count: number): JsonValue[] {
  const probe = fc.gen().map((draw) => {
    const value = new Maker(draw, schema).make(schema, 0);
    return [value, mutate(value, draw), mutate(value, draw)];
  });
  return fc.sample(probe, { seed, numRuns: count }).flat();
}

const deepest = 6;

class Maker {
  constructor(
    readonly draw: GeneratorValue,
    readonly root: JsonObject,
  ) {}

  make(schema: JsonValue | undefined, depth: number): JsonValue {
    if (!isJsonObject(schema)) return this.draw(fc.constantFrom<JsonValue[]>, 1, 'x', null, [1], { a: 1 });
    const reference = schema['$ref'];
    if (typeof reference === 'string') return depth > deepest ? null : this.make(this.#at(reference), depth + 1);
    if (schema['const'] !== undefined) return schema['const'];
    if (Array.isArray(schema['enum'])) return this.#pick(schema['enum']);
    for (const keyword of ['anyOf', 'oneOf', 'allOf']) {
      const { [keyword]: branches, ...rest } = schema;
      if (!Array.isArray(branches)) continue;
      const chosen = keyword === 'allOf' ? branches : [this.#pick(branches)];
      return this.make(Object.assign({}, rest, ...chosen) as JsonObject, depth + 1);
    }
    return this.#ofType(schema, depth);
  }

  #ofType(schema: JsonObject, depth: number): JsonValue {
    const { type = isJsonObject(schema['properties']) ? 'object' : ['string', 'number', 'object', 'array'] } = schema;
    switch (Array.isArray(type) ? this.#pick(type) : type) {
      case 'string':
        return 'a'.repeat(Math.max(Number(schema['minLength'] ?? 1), 1));
      case 'integer':
      case 'number':
        return Number(schema['minimum'] ?? Math.min(Number(schema['maximum'] ?? 1), 1));
      case 'boolean':
        return this.draw(fc.boolean);
      case 'array':
        return this.#array(schema, depth);
      case 'object':
        return this.#object(schema, depth);
      default:
        return null;
    }
  }

  #array(schema: JsonObject, depth: number): JsonValue {
    const most = depth > deepest ? 0 : Math.min(Number(schema['maxItems'] ?? 2), 2);
    const length = Math.max(Number(schema['minItems'] ?? 0), this.draw(fc.nat, { max: most }));
    const listed = Array.isArray(schema['prefixItems']) ? schema['prefixItems'] : [];
    return Array.from({ length }, (_, index) => this.make(listed[index] ?? schema['items'], depth + 1));
  }

  #object(schema: JsonObject, depth: number): JsonValue {
    const object: JsonObject = {};
    const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
    const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
    for (const [name, property] of Object.entries(properties)) {
      const isThere = required.has(name) || (depth < deepest && this.draw(fc.boolean));
      if (isThere) object[name] = this.make(property, depth + 1);
    }
    for (const name of required) if (typeof name === 'string') object[name] ??= 1;
    const others = schema['additionalProperties'] ?? true;
    if (others !== false && this.draw(fc.boolean)) object['extra'] = this.make(others, depth + 1);
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

/** The value with one part left out, of another type, or one member or item more. */
function mutate(value: JsonValue, draw: GeneratorValue): JsonValue {
  const copy = structuredClone(value);
  const places = [...placesOf(copy)];
  const place = places[draw(fc.nat, { max: Math.max(places.length - 1, 0) })];
  if (place === undefined || draw(fc.nat, { max: 9 }) === 0)
    return draw(fc.constantFrom<JsonValue[]>, null, 1, 's', []);
  const [owner, key] = place;
  const others = [null, 1, 'zzz', true, [], { zz: 1 }].filter((each) => typeof each !== typeof Reflect.get(owner, key));
  const change = draw(fc.nat, { max: 9 });
  if (change < 3 && !Array.isArray(owner)) Reflect.deleteProperty(owner, key);
  else if (change < 8) Reflect.set(owner, key, others[draw(fc.nat, { max: others.length - 1 })]);
  else if (Array.isArray(owner)) owner.push({ q: 1 });
  else owner[`unknown_${key}`] = 1;
  return copy;
}

function* placesOf(value: JsonValue): Generator<[JsonValue[] | JsonObject, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    yield [value, key];
    yield* placesOf(member);
  }
}

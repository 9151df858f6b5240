import { fromPointerStep, isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import { type Dialect, dialectOf } from './dialect.js';

type Under = 'one' | 'list' | 'one or list' | 'map';

/** What stands under a keyword: one schema, a list of them, or a map. Under all others stands data. */
const applicators: ReadonlyMap<string, Under> = new Map([
  ...keywordsOf('one', 'additionalItems additionalProperties contains contentSchema else if not propertyNames then'),
  ...keywordsOf('one', 'unevaluatedItems unevaluatedProperties'),
  ...keywordsOf('list', 'allOf anyOf oneOf prefixItems'),
  // In older dialects `items` may be a list.
  ...keywordsOf('one or list', 'items'),
  ...keywordsOf('map', '$defs definitions dependencies dependentSchemas patternProperties properties'),
]);

function keywordsOf(kind: Under, names: string): [string, Under][] {
  return names.split(' ').map((name) => [name, kind]);
}

/** A subschema, and the base URI that references in it are relative to. */
interface Place {
  readonly schema: JsonValue;
  readonly base: string;
}

/** The base URI of a schema without `$id`; nothing is ever fetched, so only its being unique matters. */
const noBase = 'schema:/root';

/**
 * Every subschema of a self-contained schema by JSON pointer, with what `$ref` means there: base URIs, `$id`, `$anchor`.
 * JSON Schema 2020-12 core, 8.2 and 9.2.
 */
export class SchemaIndex {
  readonly dialect: Dialect;
  /** Pointers that some `$ref` points at. */
  readonly referenced: ReadonlySet<string>;
  readonly #places = new Map<string, Place>();
  readonly #resources = new Map<string, string>();
  readonly #anchors = new Map<string, string>();

  constructor(readonly root: JsonObject) {
    this.dialect = dialectOf(root);
    this.#resources.set(noBase, '');
    this.#register('', root, noBase);
    this.referenced = this.#followReferences();
  }

  /** The value at a pointer, or undefined. Own members only. */
  at(pointer: string): JsonValue | undefined {
    const place = this.#places.get(pointer);
    if (place !== undefined) return place.schema;
    let value: JsonValue | undefined = this.root;
    for (const step of pointer.split('/').slice(1)) {
      const key = fromPointerStep(step);
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      value = Array.isArray(value) ? value[Number(key)] : value[key];
    }
    return value;
  }

  /** Where a `$ref` that stands at a pointer leads to; undefined when that is not in this schema. */
  resolve(reference: string, from: string): string | undefined {
    const target = absolute(reference, this.#places.get(from)?.base ?? noBase);
    const hash = target.indexOf('#');
    const resource = this.#resources.get(hash < 0 ? target : target.slice(0, hash));
    const fragment = hash < 0 ? '' : decode(target.slice(hash + 1));
    if (resource === undefined) return undefined;
    if (fragment !== '' && !fragment.startsWith('/')) return this.#anchors.get(`${target.slice(0, hash)}#${fragment}`);
    const pointer = resource + fragment;
    return this.at(pointer) === undefined ? undefined : pointer;
  }

  #register(pointer: string, schema: JsonValue, outerBase: string): void {
    if (!isJsonObject(schema) || this.#places.has(pointer)) return;
    const base = this.#identify(pointer, schema, outerBase);
    this.#places.set(pointer, { schema, base });
    for (const keyword of Object.keys(schema)) {
      const kind = applicators.get(keyword);
      if (kind !== undefined) this.#registerUnder(childPointer(pointer, keyword), kind, schema[keyword], base);
    }
  }

  #registerUnder(pointer: string, kind: Under, value: JsonValue | undefined, base: string): void {
    if (typeof value !== 'object' || value === null) return;
    const isList = Array.isArray(value);
    if (!isList && (kind === 'one' || kind === 'one or list')) this.#register(pointer, value, base);
    else if (isList ? kind === 'list' || kind === 'one or list' : kind === 'map') {
      for (const [key, child] of Object.entries(value)) this.#register(childPointer(pointer, key), child, base);
    }
  }

  #identify(pointer: string, schema: JsonObject, outerBase: string): string {
    let base = outerBase;
    const id = schema['$id'];
    const isHidden = this.dialect.refHidesSiblings && typeof schema['$ref'] === 'string';
    if (typeof id === 'string' && !isHidden) {
      if (id.startsWith('#')) this.#anchors.set(`${base}${id}`, pointer);
      else {
        base = absolute(id, outerBase).replace(/#.*$/su, '');
        this.#resources.set(base, pointer);
      }
    }
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const anchor = schema[keyword];
      if (typeof anchor === 'string') this.#anchors.set(`${base}#${anchor}`, pointer);
    }
    return base;
  }

  /** A reference may lead to a place that no keyword makes a schema; from then on it is one, and its references are followed too. */
  #followReferences(): Set<string> {
    const found = new Set<string>();
    for (const [pointer, { schema, base }] of this.#places) {
      const reference = isJsonObject(schema) ? schema['$ref'] : undefined;
      const target = typeof reference === 'string' ? this.resolve(reference, pointer) : undefined;
      if (target === undefined) continue;
      found.add(target);
      this.#register(target, this.at(target) ?? true, base);
    }
    return found;
  }
}

/** The pointer of a subschema. */
export function childPointer(pointer: string, ...steps: readonly string[]): string {
  let child = pointer;
  for (const step of steps) child += `/${/[~/]/.test(step) ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step}`;
  return child;
}

function absolute(reference: string, base: string): string {
  const fragmentOnly = reference.startsWith('#') ? base + reference : undefined;
  return fragmentOnly ?? (URL.canParse(reference, base) ? new URL(reference, base).href : reference);
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

// Copied by mcpgen from its tested runtime. Do not edit.

import type { JsonSchema } from './descriptor.js';
import { isRecord, pointerTo, stepsOf } from './json.js';
import { type Draft, subschemasIn } from './schema-keywords.js';

/** Stands for "no `$id`". */
const NO_BASE = 'schema:///';

/** Where a subschema stands: the base URI in force, and the pointer of the resource that it belongs to. */
interface Place {
  readonly base: string;
  readonly resource: string;
}

/** The identifiers of one schema, and what its references mean. Nothing is ever looked for outside the schema. */
export class SchemaReferences {
  readonly #places = new Map<unknown, Place>();
  readonly #resources = new Map<string, string>();
  readonly #anchors = new Map<string, string>();

  constructor(
    private readonly root: JsonSchema,
    private readonly draft: Draft,
  ) {
    const rootPlace = { base: NO_BASE, resource: '' };
    this.#resources.set(NO_BASE, '');
    const pending: { schema: JsonSchema; pointer: string; outer: Place }[] = [
      { schema: root, pointer: '', outer: rootPlace },
    ];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const place = this.#enter(next.schema, next.pointer, next.outer);
      for (const [keyword, value] of Object.entries(next.schema)) {
        for (const [pointer, schema] of subschemasIn(keyword, value, draft)) {
          if (!isRecord(schema)) continue;
          pending.push({ schema, pointer: pointerTo(next.pointer, keyword) + pointer, outer: place });
        }
      }
    }
  }

  /** The pointer, from the root, of what a `$ref` of this subschema means. Throws when that is outside the schema. */
  resolve(ref: string, from: JsonSchema): string {
    const { base, resource } = this.#places.get(from) ?? { base: NO_BASE, resource: '' };
    const [address = '', fragment = ''] = ref.split('#', 2);
    const found = address === '' ? resource : this.#resources.get(resolveUri(address, base));
    if (found === undefined) throw new Error(`the reference ${JSON.stringify(ref)} leaves its schema`);
    if (fragment === '' || fragment.startsWith('/')) return found + decodeURIComponent(fragment);
    const anchored = this.#anchors.get(`${found}#${decodeURIComponent(fragment)}`);
    if (anchored === undefined) throw new Error(`the reference ${JSON.stringify(ref)} names no anchor`);
    return anchored;
  }

  /** The value at a pointer. Throws when there is none. */
  at(pointer: string): unknown {
    let value: unknown = this.root;
    for (const key of stepsOf(pointer)) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
        throw new Error(`the schema has nothing at ${JSON.stringify(pointer)}`);
      }
      value = Reflect.get(value, key);
    }
    return value;
  }

  #enter(schema: JsonSchema, pointer: string, outer: Place): Place {
    const { $id, $anchor, $dynamicAnchor } = schema as Readonly<Record<string, unknown>>;
    // Up to draft-07 everything beside a reference is ignored, an identifier too.
    const isHidden = this.draft <= 7 && '$ref' in schema;
    let place = outer;
    if (typeof $id === 'string' && !isHidden) {
      if ($id.startsWith('#')) this.#anchors.set(`${outer.resource}${$id}`, pointer);
      else {
        place = { base: resolveUri($id, outer.base), resource: pointer };
        this.#resources.set(place.base, pointer);
      }
    }
    for (const anchor of [$anchor, $dynamicAnchor]) {
      if (typeof anchor === 'string') this.#anchors.set(`${place.resource}#${anchor}`, pointer);
    }
    this.#places.set(schema, place);
    return place;
  }
}

/** A URI without its fragment, resolved against a base; what cannot be resolved stays itself, and will match nothing. */
function resolveUri(reference: string, base: string): string {
  try {
    const url = new URL(reference, base);
    url.hash = '';
    return url.href;
  } catch {
    return reference;
  }
}

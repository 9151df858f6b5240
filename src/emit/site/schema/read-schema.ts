import { isJsonObject, type JsonObject, type JsonValue } from '../../../json.js';
import { childPointer, type SchemaIndex } from '../../../types/schema-index.js';
import { type Html, html } from '../html/html.js';
import { code, text } from '../html/text.js';
import { factsOf } from './schema-facts.js';
import type { SchemaLinks } from './schema-links.js';
import type { SchemaNode, SchemaPart } from './schema-node.js';
import { longestUnion, typeOf } from './type-label.js';

/** A schema of an index, described down to its references. What they lead to is described elsewhere, so this ends. */
export function readSchema(index: SchemaIndex, pointer: string, links: SchemaLinks): SchemaNode {
  return new SchemaReader(index, links).read(index.at(pointer), pointer);
}

class SchemaReader {
  constructor(
    private readonly index: SchemaIndex,
    private readonly links: SchemaLinks,
  ) {}

  read(schema: JsonValue | undefined, pointer: string): SchemaNode {
    const type = typeOf(schema, pointer, this.index, this.links);
    if (!isJsonObject(schema)) return { type, facts: [], parts: [] };
    if (this.index.dialect.refHidesSiblings && typeof schema['$ref'] === 'string')
      return { type, facts: [], parts: [] };
    const description = schema['description'] ?? schema['title'];
    return {
      type,
      ...(typeof description === 'string' ? { description } : {}),
      facts: factsOf(schema),
      parts: this.#parts(schema, pointer),
    };
  }

  #parts(schema: JsonObject, pointer: string): SchemaPart[] {
    return [
      ...this.#members(schema, pointer),
      ...this.#items(schema, pointer),
      ...this.#branches(schema, pointer),
      ...this.#single(schema, pointer),
    ];
  }

  #members(schema: JsonObject, pointer: string): SchemaPart[] {
    const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
    const properties = this.#map(schema, pointer, 'properties', (name) => code(name)).map((part) => ({
      ...part,
      isNamed: true,
      isRequired: required.has(part.name),
    }));
    return [
      ...properties,
      ...this.#map(schema, pointer, 'patternProperties', (name) => html`names that match ${code(name)}`),
      ...this.#map(schema, pointer, 'dependentSchemas', (name) => html`if ${code(name)} is there`),
      ...this.#map(schema, pointer, 'dependencies', (name) => html`if ${code(name)} is there`),
    ];
  }

  #items(schema: JsonObject, pointer: string): SchemaPart[] {
    const { items } = schema;
    const tuple = Array.isArray(items) ? 'items' : 'prefixItems';
    const parts = this.#list(schema, pointer, tuple, (at) => html`item ${at}`);
    if (!isJsonObject(items)) return parts;
    const node = this.read(items, childPointer(pointer, 'items'));
    // What the type says of the items already needs no second place.
    if (parts.length === 0 && isPlain(node)) return parts;
    return [...parts, words(parts.length === 0 ? text('each item') : text('each further item'), node)];
  }

  #branches(schema: JsonObject, pointer: string): SchemaPart[] {
    return (['allOf', 'anyOf', 'oneOf'] as const).flatMap((keyword) => {
      const parts = this.#list(
        schema,
        pointer,
        keyword,
        (at, all) => html`${text(branchWords[keyword])} ${at} of ${all}`,
      );
      const isSaid =
        schema['type'] === undefined && parts.length <= longestUnion && parts.every(({ node }) => isPlain(node));
      return isSaid ? [] : parts;
    });
  }

  /** Keywords that hold one schema. `true` says nothing, and what `false` says is among the facts where it is common. */
  #single(schema: JsonObject, pointer: string): SchemaPart[] {
    return single.flatMap(([keyword, label]) => {
      const value = schema[keyword];
      const isSaid = value === false && saidByFacts.has(keyword);
      if (value === undefined || value === true || isSaid || (!isJsonObject(value) && value !== false)) return [];
      return [words(text(label), this.read(value, childPointer(pointer, keyword)))];
    });
  }

  #map(schema: JsonObject, pointer: string, keyword: string, label: (name: string) => Html) {
    const map = schema[keyword];
    if (!isJsonObject(map)) return [];
    return Object.entries(map)
      .filter(([, value]) => !Array.isArray(value))
      .map(([name, value]) => ({
        ...words(label(name), this.read(value, childPointer(pointer, keyword, name))),
        name,
      }));
  }

  #list(schema: JsonObject, pointer: string, keyword: string, label: (at: number, all: number) => Html): SchemaPart[] {
    const list = schema[keyword];
    if (!Array.isArray(list)) return [];
    return list.map((value, at) =>
      words(label(at + 1, list.length), this.read(value, childPointer(pointer, keyword, String(at)))),
    );
  }
}

const branchWords = { allOf: 'all of these,', anyOf: 'any of these,', oneOf: 'exactly one of these,' } as const;

const single: readonly (readonly [string, string])[] = [
  ['additionalItems', 'each further item'],
  ['contains', 'at least one item'],
  ['unevaluatedItems', 'every other item'],
  ['propertyNames', 'every name'],
  ['additionalProperties', 'every other member'],
  ['unevaluatedProperties', 'every other member'],
  ['not', 'must not be'],
  ['if', 'if'],
  ['then', 'then'],
  ['else', 'else'],
  ['contentSchema', 'the decoded content'],
];

const saidByFacts = new Set(['additionalItems', 'unevaluatedItems', 'additionalProperties', 'unevaluatedProperties']);

function words(label: Html, node: SchemaNode): SchemaPart {
  return { label, isNamed: false, isRequired: false, node };
}

/** Whether the type says all there is to say. */
function isPlain({ facts, parts, description }: SchemaNode): boolean {
  return facts.length === 0 && parts.length === 0 && description === undefined;
}

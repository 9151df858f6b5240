// Copied by mcpgen from its tested runtime. Do not edit.

import type { JsonSchema } from './descriptor.js';
import { isRecord } from './json.js';
import { type Draft, draftOf, subschemasIn } from './schema-keywords.js';
import { SchemaReferences } from './schema-references.js';
import { PATTERN_LIMIT } from './undecided.js';

/** A schema in the one form that the validator is given: see `validationSchema`. */
export type Schema = boolean | JsonSchema;

/**
 * The same schema in the one form that the validator is given, whatever its dialect: keywords as in draft-07, with
 * `unevaluatedItems` and `unevaluatedProperties` beside them; no identifiers; every reference a pointer to the root or into
 * `$defs`; annotations and unknown keywords gone. So dialects, base URIs and words that a validator gives a meaning of its own
 * are dealt with here, once, for validators made at run time and at build time alike.
 *
 * Patterns among `limitedPatterns` are only tried on short texts. Throws when a reference leads nowhere.
 */
export function validationSchema(schema: JsonSchema, limitedPatterns: readonly string[] = []): Schema {
  return new Rewriter(schema, new Set(limitedPatterns)).root();
}

/** Copied as they are: they mean the same in all drafts. */
const PLAIN = new Set([
  ...['type', 'enum', 'const', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength'],
  ...['minLength', 'maxItems', 'minItems', 'uniqueItems', 'maxProperties', 'minProperties', 'required'],
]);

/** Rewritten subschema by subschema under the same name. */
const APPLIED = new Set([
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'properties', 'patternProperties'],
  ...['additionalProperties', 'propertyNames', 'contains', 'unevaluatedItems', 'unevaluatedProperties'],
]);

/** Rewrites one schema; used once. */
export class Rewriter {
  readonly #draft: Draft;
  readonly #references: SchemaReferences;
  /** Names in `$defs` by the pointers of the schemas that references lead to. */
  readonly #names = new Map<string, string>();

  constructor(
    private readonly source: JsonSchema,
    private readonly limitedPatterns: ReadonlySet<string>,
  ) {
    this.#draft = draftOf(source);
    this.#references = new SchemaReferences(source, this.#draft);
  }

  root(): Schema {
    const root = this.#rewrite(this.source);
    if (typeof root === 'boolean') return root;
    const definitions: [string, Schema][] = [];
    // The map grows while definitions refer to others.
    for (const [pointer, name] of this.#names) definitions.push([name, this.#rewrite(this.#references.at(pointer))]);
    return definitions.length === 0 ? root : { ...root, $defs: Object.fromEntries(definitions) };
  }

  #rewrite(schema: unknown): Schema {
    if (typeof schema === 'boolean') return schema;
    if (!isRecord(schema)) throw new Error('a reference leads to something that is no schema');
    const ref = typeof schema['$ref'] === 'string' ? this.#reference(schema['$ref'], schema) : undefined;
    if (ref !== undefined && this.#draft <= 7) return { $ref: ref };
    // No value is one of none.
    if (Array.isArray(schema['enum']) && schema['enum'].length === 0) return false;

    const result: Record<string, unknown> = ref === undefined ? {} : { $ref: ref };
    for (const [keyword, value] of Object.entries(schema)) {
      if (PLAIN.has(keyword)) result[keyword] = value;
      else if (APPLIED.has(keyword)) this.#apply(result, keyword, value);
    }
    this.#addText(result, schema);
    this.#addItems(result, schema);
    this.#addDependencies(result, schema);
    return result;
  }

  /** A reference to the root, or to a definition that this makes necessary. */
  #reference(ref: string, from: JsonSchema): string {
    const pointer = this.#references.resolve(ref, from);
    if (pointer === '') return '#';
    const name = this.#names.get(pointer) ?? `d${this.#names.size}`;
    this.#names.set(pointer, name);
    return `#/$defs/${name}`;
  }

  /** One keyword that holds subschemas, if the draft knows it. */
  #apply(result: Record<string, unknown>, keyword: string, value: unknown): void {
    const found = subschemasIn(keyword, value, this.#draft).map(([, schema]) => this.#rewrite(schema));
    if (Array.isArray(value)) result[keyword] = found;
    else if (keyword === 'properties' || keyword === 'patternProperties') {
      result[keyword] = Object.fromEntries(Object.keys(value as object).map((name, index) => [name, found[index]]));
    } else if (found.length > 0) result[keyword] = found[0];
  }

  #addText(result: Record<string, unknown>, schema: JsonSchema): void {
    const { pattern, patternProperties, maxLength, format, type } = schema as Readonly<Record<string, unknown>>;
    if (typeof pattern === 'string' && this.limitedPatterns.has(pattern)) {
      result['limitedPattern'] = { pattern, limit: maxLength ?? PATTERN_LIMIT };
    } else if (pattern !== undefined) result['pattern'] = pattern;
    if (isRecord(patternProperties) && Object.keys(patternProperties).some((each) => this.limitedPatterns.has(each))) {
      result['limitedNames'] = PATTERN_LIMIT;
    }
    // A bare `format` is an annotation, as 2020-12 has it; beside `type: string` it is meant to be kept, as MCP's SDK does.
    if (type === 'string' || (Array.isArray(type) && type.includes('string'))) result['format'] = format;
    if (result['format'] === undefined) delete result['format'];
  }

  #addItems(result: Record<string, unknown>, schema: JsonSchema): void {
    const rewriteAll = (schemas: readonly unknown[]) => schemas.map((each) => this.#rewrite(each));
    const { items, prefixItems, additionalItems } = schema as Readonly<Record<string, unknown>>;
    const first = this.#draft === 2020 ? prefixItems : items;
    const rest = this.#draft === 2020 ? items : additionalItems;
    if (Array.isArray(first)) {
      result['items'] = rewriteAll(first);
      if (rest !== undefined) result['additionalItems'] = this.#rewrite(rest);
    } else if (items !== undefined) result['items'] = this.#rewrite(items);
    this.#addContains(result, schema);
  }

  #addContains(result: Record<string, unknown>, schema: JsonSchema): void {
    if (schema['contains'] === undefined) return;
    const counts = this.#draft >= 2019;
    const wanted = counts && typeof schema['minContains'] === 'number' ? schema['minContains'] : 1;
    const { minItems } = result;
    // ajv forgets to ask for an item at all where a tuple stands beside; so many items there must be anyway.
    if (wanted > 0) result['minItems'] = Math.max(wanted, typeof minItems === 'number' ? minItems : 0);
    if (!counts) return;
    for (const bound of ['minContains', 'maxContains']) if (bound in schema) result[bound] = schema[bound];
    // Only since 2020-12 do items that `contains` matches count as evaluated.
    if (this.#draft === 2019) result['containsEvaluates'] = false;
  }

  /** `dependencies`, and what has become of it in 2019-09. */
  #addDependencies(result: Record<string, unknown>, schema: JsonSchema): void {
    const names = this.#draft < 2019 ? ['dependencies'] : ['dependencies', 'dependentRequired', 'dependentSchemas'];
    const parts = names.flatMap((name) => {
      const map = schema[name];
      if (!isRecord(map)) return [];
      const members = Object.entries(map).map(([key, value]) => [
        key,
        Array.isArray(value) ? value : this.#rewrite(value),
      ]);
      return [{ dependencies: Object.fromEntries(members) as JsonSchema }];
    });
    const [first, ...others] = parts;
    Object.assign(result, first);
    if (others.length > 0) {
      const before: readonly unknown[] = Array.isArray(result['allOf']) ? result['allOf'] : [];
      result['allOf'] = [...before, ...others];
    }
  }
}

import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json.js';
import type { Dialect } from './dialect.js';
import { keywordsOf, type ValueKind } from './keywords.js';

/** One subschema: an object or a boolean at a position where the dialect puts a schema. */
export interface Subschema {
  readonly schema: JsonObject | boolean;
  /** From the root of the walked schema. */
  readonly path: JsonPath;
  /** Levels of subschemas above. The root is at 0. */
  readonly depth: number;
  /** The keyword that holds it, and the subschema that holds the keyword; undefined for the root. */
  readonly keyword: string | undefined;
  readonly parent: Subschema | undefined;
}

/**
 * All subschemas, parents before children, in the author's order. The only code that decides what is a schema and what is data;
 * its stack is explicit, so no document can overflow it. Values of a wrong kind are left out: check-keywords.ts reports them.
 */
export function* walk(root: JsonObject, dialect: Dialect): Generator<Subschema> {
  const keywords = keywordsOf(dialect);
  const stack: Subschema[] = [{ schema: root, path: [], depth: 0, keyword: undefined, parent: undefined }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    if (typeof next.schema === 'boolean') continue;
    const children: Subschema[] = [];
    for (const [keyword, value] of Object.entries(next.schema)) {
      const kind = keywords.get(keyword);
      if (kind === undefined) continue;
      for (const { path, schema } of subschemasOf(kind, value)) {
        children.push({ schema, path: [...next.path, keyword, ...path], depth: next.depth + 1, keyword, parent: next });
      }
    }
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Subschema);
  }
}

/** The subschemas in one keyword's value, with their paths from the keyword. */
export function subschemasOf(kind: ValueKind, value: JsonValue): { path: JsonPath; schema: JsonObject | boolean }[] {
  switch (kind) {
    case 'schema':
      return isSchema(value) ? [{ path: [], schema: value }] : [];
    case 'schema-or-list':
      if (!Array.isArray(value)) return subschemasOf('schema', value);
      return subschemasOf('schema-list', value);
    case 'schema-list':
      if (!Array.isArray(value)) return [];
      return value.flatMap((schema, index) => (isSchema(schema) ? [{ path: [index], schema }] : []));
    case 'schema-map':
    case 'dependencies':
      if (!isJsonObject(value)) return [];
      return Object.entries(value).flatMap(([name, schema]) => (isSchema(schema) ? [{ path: [name], schema }] : []));
    default:
      return [];
  }
}

function isSchema(value: JsonValue): value is JsonObject | boolean {
  return typeof value === 'boolean' || isJsonObject(value);
}

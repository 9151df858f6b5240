import type { JsonObject, JsonValue } from '../json.js';
import type { Deadline } from '../limits/deadline.js';
import type { Dialect } from './dialect.js';
import { dialectOf } from './dialect.js';
import { keywordsOf } from './keywords.js';
import { subschemasOf, walk } from './walk.js';

/**
 * Has json-schema-ref-parser look up every reference of schemas into which we have moved shared ones: our own bundling,
 * read again by an implementation that knows nothing of it. What fails here is a bug of ours, so it throws.
 *
 * The library takes `$ref` for a reference wherever it stands, fetches files and networks by default, and mutates what it is
 * given. So it sees a copy with schemas only, no data, and may resolve nothing outside it. Loaded only when it is needed.
 */
export async function assertResolvable(schemas: readonly JsonObject[], deadline: Deadline): Promise<void> {
  if (schemas.length === 0) return;
  const { $RefParser } = await import('@apidevtools/json-schema-ref-parser');
  for (const schema of schemas) {
    deadline.check('reading the bundled schemas again');
    const dialect = dialectOf(schema);
    if (dialect === undefined) throw new Error('a bundled schema has a known dialect');
    const parser = new $RefParser();
    const $refs = await parser.resolve(schemasOnly(schema, dialect), { resolve: { external: false } });
    for (const { schema: each } of walk(schema, dialect)) {
      if (typeof each === 'object' && String(each['$ref']).startsWith('#/')) $refs.get(String(each['$ref']));
    }
  }
}

/** A copy that holds subschemas and their local pointers, and none of the data beside them. */
function schemasOnly(schema: JsonObject, dialect: Dialect): JsonObject {
  const keywords = keywordsOf(dialect);
  const copyOf = (value: JsonObject | boolean): JsonValue =>
    typeof value === 'boolean' ? value : schemasOnly(value, dialect);
  const copy: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === '$ref' && typeof value === 'string' && value.startsWith('#/')) copy[keyword] = value;
    const found = subschemasOf(keywords.get(keyword) ?? 'any', value);
    if (found.length === 0) continue;
    const [only] = found;
    if (only !== undefined && only.path.length === 0) copy[keyword] = copyOf(only.schema);
    else if (Array.isArray(value)) copy[keyword] = found.map((each) => copyOf(each.schema));
    else copy[keyword] = Object.fromEntries(found.map((each) => [String(each.path[0]), copyOf(each.schema)]));
  }
  return copy;
}

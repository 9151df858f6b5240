/** The dialects of JSON Schema that MCP clients are known to read; 2020-12 is MCP's default (basic, "JSON Schema Usage"). */
export type Dialect = '2020-12' | '2019-09' | 'draft-07' | 'draft-06';

const dialects: Readonly<Record<string, Dialect>> = {
  'json-schema.org/draft/2020-12/schema': '2020-12',
  'json-schema.org/draft/2019-09/schema': '2019-09',
  'json-schema.org/draft-07/schema': 'draft-07',
  'json-schema.org/draft-06/schema': 'draft-06',
};

/** The dialect that `$schema` names (2020-12 when it is absent), or undefined for any other. */
export function dialectOf(schema: { readonly $schema?: unknown }): Dialect | undefined {
  if (schema.$schema === undefined) return '2020-12';
  if (typeof schema.$schema !== 'string') return undefined;
  const bare = schema.$schema.replace(/^https?:\/\//, '').replace(/#$/, '');
  return Object.hasOwn(dialects, bare) ? dialects[bare] : undefined;
}

/** In draft-07 and draft-06 everything beside a `$ref` is ignored. */
export function ignoresRefSiblings(dialect: Dialect): boolean {
  return dialect === 'draft-07' || dialect === 'draft-06';
}

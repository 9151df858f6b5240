// Writes the TypeScript types of mcpgen's own file formats from their JSON Schemas, so that the two cannot drift apart.
// `--check` writes nothing and fails when a type file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

const sources = [
  { schema: 'schemas/manifest.schema.json', types: 'src/manifest/manifest.generated.ts' },
  { schema: 'schemas/mcpgen.schema.json', types: 'src/config/config.generated.ts' },
];
/** Keywords that say nothing a type could say; below `examples` the library would even follow references. */
const leftOut = new Set([
  ...['examples', 'oneOf', 'not', 'if', 'then', 'else', 'dependentRequired'],
  ...['$comment', 'defaultSnippets', 'enumDescriptions', 'markdownDescription'],
]);
/** What editors know of JSON Schema; the types say `object`. */
const forEditors = '#/$defs/jsonSchema';
/** Keywords whose members are names with schemas, not keywords. */
const maps = new Set(['properties', '$defs']);

/** The schema without what the library would misread: it makes two types of one reference, and a map of what may be anything. */
function forTypes(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(forTypes);
  if (typeof schema.$ref === 'string' && schema.$ref !== forEditors) return { $ref: schema.$ref };
  const kept = Object.entries(schema).filter(
    ([keyword, value]) => !leftOut.has(keyword) && value !== forEditors && !isEmptyMap(keyword, value),
  );
  if (kept.every(([keyword]) => keyword === 'description')) {
    return { description: schema.description, tsType: 'unknown' };
  }
  return Object.fromEntries(
    kept.map(([keyword, value]) => [keyword, maps.has(keyword) ? eachMember(value) : forTypes(value)]),
  );
}

/** Also for editors: where any member may stand. */
function isEmptyMap(keyword, value) {
  return keyword === 'properties' && Object.keys(value).length === 0;
}

function eachMember(map) {
  const named = Object.entries(map).filter(([name]) => `#/$defs/${name}` !== forEditors);
  return Object.fromEntries(named.map(([name, schema]) => [name, forTypes(schema)]));
}

const check = process.argv.includes('--check');
let stale = 0;
for (const { schema, types } of sources) {
  const root = new URL('../', import.meta.url);
  const parsed = forTypes(JSON.parse(readFileSync(new URL(schema, root), 'utf8')));
  const text = await compile(parsed, parsed.title, {
    additionalProperties: true,
    bannerComment: `// Made from ${schema} by scripts/generate-own-types.mjs. Do not edit.`,
    $refOptions: { resolve: { external: false } },
    style: { singleQuote: true, printWidth: 120 },
    ignoreMinAndMaxItems: true,
  });
  const target = new URL(types, root);
  let before = '';
  try {
    before = readFileSync(target, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (before === text) continue;
  if (check) {
    stale++;
    console.error(`${types} is stale: run npm run generate`);
  } else {
    writeFileSync(target, text);
    console.error(`wrote ${types}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

// Writes the TypeScript types of mcpgen's own file formats from their JSON Schemas, so that the two cannot drift apart.
// `--check` writes nothing and fails when a type file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

const sources = [
  { schema: 'schemas/manifest.schema.json', types: 'src/manifest/manifest.generated.ts' },
  { schema: 'schemas/mcpgen.schema.json', types: 'src/config/config.generated.ts' },
];
const check = process.argv.includes('--check');
let stale = 0;
for (const { schema, types } of sources) {
  const root = new URL('../', import.meta.url);
  // The library follows a `$ref` even inside `examples`, where it is data.
  const parsed = JSON.parse(readFileSync(new URL(schema, root), 'utf8'), (key, value) =>
    key === 'examples' ? undefined : value,
  );
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

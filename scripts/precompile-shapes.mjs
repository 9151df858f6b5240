// Compiles the JSON Schemas of our own file formats to code, into dist/vendor/shape: doing so at every start takes longer than all else.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

const to = new URL('../dist/vendor/shape/', import.meta.url);
mkdirSync(to, { recursive: true });
// Our package is ESM; what ajv writes is CommonJS, which can be loaded when it is needed.
for (const format of ['manifest', 'mcpgen']) {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    code: { source: true, lines: true },
  });
  ajv.addVocabulary(['defaultSnippets', 'enumDescriptions', 'markdownDescription']);
  const validate = ajv.compile(forChecks(read(`schemas/${format}.schema.json`)));
  writeFileSync(new URL(`${format}.cjs`, to), standalone.default(ajv, validate));
}

/** What `$defs/jsonSchema` tells editors about the schemas of a contract forbids nothing, so there is nothing to check. */
function forChecks(schema) {
  return { ...schema, $defs: { ...schema.$defs, jsonSchema: {} } };
}

function read(path) {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
}

import { expect, test } from 'vitest';
import { analyse } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { validateSchema } from '../../src/runtime/validator.js';

// What random contracts have found, once each, so that it stays found.

const config = { mcpgen: 1, server: { name: 'a', version: '1.0.0' } };

function codesOf(manifest: unknown, more: object = {}): string[] {
  const files = { 'mcpgen.yaml': JSON.stringify({ ...config, ...more }), 'manifests/a.yaml': JSON.stringify(manifest) };
  return analyse(createMemoryHost(files)).diagnostics.map(({ code }) => code);
}

/** An object that no text can be made of, since a member of it stands where JavaScript looks for a method. */
const noText = { toString: [] };

test.each([
  ['manifest/wrong-type', { tools: [] }, { targets: ['server', noText] }],
  ['manifest/bad-value', { tools: [] }, { targets: ['client', 'client'] }],
  ['schema/dialect', { schemas: { A: { $schema: noText } } }, {}],
  ['schema/invalid', { schemas: { A: { type: noText } } }, {}],
  ['schema/invalid', { schemas: { A: { pattern: noText } } }, {}],
  ['schema/invalid', { schemas: { A: { $ref: noText } } }, {}],
])('%s, and no exception, for %j with %j', (code, manifest, more) => {
  expect(codesOf(manifest, more)).toContain(code);
});

test('values that no text can be made of are compared all the same', () => {
  expect(codesOf({ schemas: { A: { enum: [noText, { toString: [] }] } } })).toContain('schema/enum-duplicate');
  const schema = { type: 'object', properties: { a: { enum: [noText] } } };
  expect(validateSchema(schema, { a: { toString: [] } })).toEqual([]);
  expect(validateSchema(schema, { a: { toString: [1] } })).not.toEqual([]);
});

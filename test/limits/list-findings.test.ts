import { expect, test } from 'vitest';
import { analyse } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';

const config = 'mcpgen: 1\nserver: { name: a, version: 1.0.0 }\nlint: { ruleset: none }\n';

function findings(manifest: object) {
  return analyse(createMemoryHost({ 'mcpgen.yaml': config, 'manifests/a.yaml': JSON.stringify(manifest) }));
}

const unknown = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`keyword${i}`, true]));

test('of one schema a hundred findings are listed, and the others counted', () => {
  expect(findings({ schemas: { A: unknown(100) } }).diagnostics).toHaveLength(100);
  const { diagnostics, model } = findings({ schemas: { A: unknown(250), B: unknown(1) } });
  expect(diagnostics).toHaveLength(102);
  expect(diagnostics[100]).toMatchObject({ code: 'limits/findings', severity: 'info' });
  expect(diagnostics[100]?.message).toBe('150 more findings in this schema are not listed');
  expect(diagnostics[101]?.code).toBe('schema/unknown-keyword');
  expect(model).toBeDefined();
});

test('an error behind a hundred warnings is listed, so that the build fails', () => {
  const { diagnostics, model } = findings({ schemas: { A: { ...unknown(150), type: 5 } } });
  expect(diagnostics.map((each) => each.code).slice(99)).toEqual([
    'schema/unknown-keyword',
    'schema/invalid',
    'limits/findings',
  ]);
  expect(diagnostics.at(-1)?.message).toBe('50 more findings in this schema are not listed');
  expect(model).toBeUndefined();
});

test('of one file a hundred mistakes of shape are explained, and no broken tool is taken for a whole one', () => {
  const tools = Array.from({ length: 120 }, (_, i) => ({
    name: `tool_${i}`,
    inputSchema: { type: 'object' },
    titel: '',
  }));
  const { diagnostics } = findings({ tools });
  expect(diagnostics).toHaveLength(101);
  expect(diagnostics.at(-1)?.message).toBe('20 more findings in this file are not listed');
});

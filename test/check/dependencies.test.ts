import { expect, test } from 'vitest';
import { analyse } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { findingsOf } from '../support/contract.js';

const chain = (length: number, last: string): string =>
  Array.from({ length }, (_, index) => {
    const next = index + 1 === length ? last : `{ type: tool, name: t${index + 1} }`;
    return `  - { name: t${index}, description: A step., inputSchema: { type: object }, dependencies: [${next}] }\n`;
  }).join('');

test('a chain of tools may be as long as a contract, and a circle of all is found', () => {
  expect(findingsOf(`tools:\n${chain(1_000, '{ type: service, name: s }')}`)).toEqual([]);
  expect(findingsOf(`tools:\n${chain(1_000, '{ type: tool, name: t0 }')}`)).toEqual([
    expect.stringMatching(/^dependencies\/cycle 1001:/),
  ]);
});

test('a tool may need a workflow that is a tool', () => {
  const workflow = (expose: string) => `tools:
  - name: a
    description: A step.
    inputSchema: { type: object }
    dependencies: [{ type: tool, name: w }]
  - name: b
    description: Another step.
    inputSchema: { type: object }
workflows:
  - id: w
    name: W
    description: Runs b.
    ${expose}
    inputSchema: { type: object }
    steps: [{ id: one, tool: b }]
`;
  expect(findingsOf(workflow('expose: tool'))).toEqual([]);
  expect(findingsOf(workflow(''))).toEqual(['dependencies/unknown 5:40']);
});

const needs = `tools:
  - name: a
    description: A step.
    inputSchema: { type: object }
    dependencies:
      - { type: environment, name: KEY }
      - { type: package, name: undici }
`;

function codesOf(config: string, files: Readonly<Record<string, string>> = {}): string[] {
  const head = 'mcpgen: 1\nserver: { name: test, version: 1.0.0 }\nlint: { ruleset: none }\n';
  const host = createMemoryHost({ 'mcpgen.yaml': head + config, 'manifests/tools.yaml': needs, ...files });
  return analyse(host).diagnostics.map(({ code }) => code);
}

test('a project that only calls a server provides nothing for it', () => {
  expect(codesOf('targets: [client]\n', { 'package.json': '{}' })).toEqual([]);
  expect(codesOf('', { 'package.json': '{}' })).toEqual(['dependencies/unknown', 'dependencies/package-undeclared']);
});

test('without package.json nothing is said about packages', () => {
  expect(codesOf('environment: { KEY: {} }\n')).toEqual([]);
  expect(
    codesOf('environment: { KEY: {} }\n', { 'package.json': '\uFEFF{ "dependencies": { "undici": "*" } }' }),
  ).toEqual([]);
  expect(codesOf('environment: { KEY: {} }\n', { 'package.json': '[]' })).toEqual(['dependencies/package-undeclared']);
});

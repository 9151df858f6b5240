import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { addToProject } from '../../src/import/add-to-project.js';
import { describeImport } from '../../src/import/describe-import.js';

const config = 'mcpgen: 1\nserver: { name: desk, version: 1.0.0 }\nmanifests: contract/tools\n';
const tool = (name: string, members: object = {}) => ({ name, inputSchema: { type: 'object' }, ...members });
const answer = (value: unknown) => new SourceFile('answer.json', JSON.stringify(value));

function textOf(host: ReturnType<typeof createMemoryHost>, path: string): string {
  return new TextDecoder().decode(host.readFile(path));
}

test('an empty folder becomes a project, called after the server', () => {
  const host = createMemoryHost();
  const serverInfo = { name: 'exa', version: '3.4.1', title: 'Exa' };
  const report = addToProject(host, answer({ serverInfo, tools: [tool('a')] }), 'folder');
  expect(report).toMatchObject({ imported: 1, diagnostics: [] });
  expect(host.listFiles('.')).toEqual(['manifests/tools.yaml', 'mcpgen.yaml']);
  expect(parse(textOf(host, 'mcpgen.yaml'))).toEqual({ mcpgen: 1, server: serverInfo });
  expect(textOf(host, 'manifests/tools.yaml').split('\n')[0]).toBe(
    '# yaml-language-server: $schema=../node_modules/mcpgen/schemas/manifest.schema.json',
  );
});

test('without a server in the answer the folder gives the name', () => {
  const host = createMemoryHost();
  addToProject(host, answer([tool('a')]), 'My Desk');
  expect(parse(textOf(host, 'mcpgen.yaml'))).toEqual({ mcpgen: 1, server: { name: 'my-desk', version: '0.1.0' } });
});

test('a project keeps its files and gets new ones in its own manifests folder', () => {
  const before = {
    'mcpgen.yaml': config,
    'contract/tools/tools.yaml': 'tools: [{ name: a, inputSchema: { type: object } }]\n',
  };
  const host = createMemoryHost(before);
  const report = addToProject(host, answer([tool('a'), tool('b')]), 'folder');
  expect(report.files).toEqual([{ path: 'contract/tools/tools-2.yaml', status: 'created' }]);
  expect(report.diagnostics.map(({ message }) => message)).toEqual([
    'the tool was not imported: contract/tools/tools.yaml has a tool of this name already',
  ]);
  for (const [path, text] of Object.entries(before)) expect(textOf(host, path)).toBe(text);
  expect(textOf(host, 'contract/tools/tools-2.yaml')).toContain('$schema=../../node_modules/');
});

test('importing the same answer twice adds nothing the second time', () => {
  const host = createMemoryHost();
  addToProject(host, answer([tool('a')]), 'folder');
  const again = addToProject(host, answer([tool('a')]), 'folder');
  expect(again.files).toEqual([]);
  expect(again.diagnostics.map(({ code }) => code)).toEqual(['import/tool-skipped', 'import/nothing-imported']);
  expect(host.listFiles('.')).toEqual(['manifests/tools.yaml', 'mcpgen.yaml']);
});

test.each([
  ['a broken configuration', { 'mcpgen.yaml': 'mcpgen: 1\n' }],
  ['a broken manifest', { 'mcpgen.yaml': config, 'contract/tools/x.yaml': 'tools: [\n' }],
  ['a manifests folder outside', { 'mcpgen.yaml': config.replace('contract/tools', '../x') }],
])('a project with %s is left alone', (_, files) => {
  const host = createMemoryHost(files);
  const report = addToProject(host, answer([tool('a')]), 'folder');
  expect(report.imported).toBe(0);
  expect(report.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  expect(host.listFiles('.')).toEqual(Object.keys(files).sort());
});

test('a remark points at the tool in the answer', () => {
  const text =
    '{"tools": [\n  {"name": "a", "inputSchema": {"type": "object"}},\n  {"name": "b", "inputSchema": {}}\n]}';
  const { diagnostics } = addToProject(createMemoryHost(), new SourceFile('answer.json', text), 'folder');
  expect(diagnostics.map(({ span }) => span?.file.positionAt(span.start))).toEqual([{ line: 3, column: 32 }]);
});

test('equal remarks are told once, with the tools they concern', () => {
  const tools = Array.from({ length: 12 }, (_, index) => tool(`tool_${index}`, { id: index }));
  const report = addToProject(createMemoryHost(), answer(tools), 'folder');
  expect(describeImport(report)).toBe(`imported 12 tools into 1 file
  mcpgen.yaml
  manifests/tools.yaml

warning[import/stray-member] the member "id" was left out: MCP does not define it for a tool
  in 12 tools: tool_0, tool_1, tool_2, tool_3, tool_4, tool_5, tool_6, tool_7, tool_8, tool_9, and 2 more (\`--format json\` lists them)
  help: if clients of yours read it, write it to \`_meta\` of the tool, under a key with a prefix of your own

Next: \`mcpgen check\` shows what else needs your eye.
`);
});

test('a remark says what kind of thing it concerns, and quotes names that run into each other', () => {
  const annotations = { mood: 'good' };
  const resource = (name: string) => ({ name, uri: `desk://${encodeURIComponent(name)}`, annotations });
  const report = addToProject(
    createMemoryHost(),
    answer({
      resources: [resource('House rules'), resource('Rules, old')],
      resourceTemplates: [{ name: 'a ticket', uriTemplate: 'desk://{id}', annotations }],
      prompts: [{ name: 'k8s-diagnose', arguments: [{ name: 'namespace', default: 'all' }] }],
    }),
    'folder',
  );
  expect(describeImport(report)).toContain(`
warning[import/stray-member] the member "mood" was left out: MCP does not define it for annotations
  in 2 resources: House rules, "Rules, old"
  help: if clients of yours read it, write it to \`_meta\` of the resource, under a key with a prefix of your own

warning[import/stray-member] the member "mood" was left out: MCP does not define it for annotations
  in 1 resource template: a ticket
  help: if clients of yours read it, write it to \`_meta\` of the resource template, under a key with a prefix of your own
`);
  expect(describeImport(report)).toContain(`
warning[import/stray-member] the member "default" was left out: MCP does not define it for an argument
  in 1 prompt: k8s-diagnose
  help: if clients of yours read it, write it to \`_meta\` of the prompt, under a key with a prefix of your own
`);
});

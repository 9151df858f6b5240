import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { type NoteRecord, toRecord } from '../../src/import/import-note.js';
import { type ExistingNames, importTools } from '../../src/import/import-tools.js';
import { readJson } from '../../src/import/read-json.js';
import type { JsonObject } from '../../src/json.js';

function importText(text: string, existing: Partial<ExistingNames> = {}) {
  const json = readJson(new SourceFile('answer.json', text));
  if (!json.ok) throw new Error(json.diagnostics[0]?.message);
  const names = { tools: new Map<string, string>(), files: new Set<string>(), ...existing };
  const result = importTools(json.value.value, names, { heading: 'heading', losses: json.value.losses });
  const tools = result.files.flatMap((file) => parse(file.text).tools as JsonObject[]);
  return {
    ...result,
    tools,
    records: result.notes.map(toRecord),
    kinds: result.notes.map((note) => toRecord(note).kind),
  };
}

/** `prompt triage`; null when the note is about the whole answer. */
const subjectOf = ({ subject }: NoteRecord) => subject && `${subject.kind} ${subject.name}`;

const tool = (members: object = {}) => ({ name: 'a', inputSchema: { type: 'object' }, ...members });
const importTool = (members: object) => importText(JSON.stringify({ tools: [tool(members)] }));

test('what cannot travel is left out and named, tool by tool', () => {
  const { tools, records } = importTool({
    execution: { taskSupport: 'required' },
    id: 3,
    title: null,
    annotations: { readOnlyHint: true, category: 'x' },
  });
  expect(tools).toEqual([tool({ annotations: { readOnlyHint: true } })]);
  expect(records.map((record) => [subjectOf(record), record.kind, record.path])).toEqual([
    ['tool a', 'unknown-annotation', '/tools/0/annotations/category'],
    ['tool a', 'removed-field', '/tools/0/execution'],
    ['tool a', 'stray-member', '/tools/0/id'],
    ['tool a', 'stray-member', '/tools/0/title'],
  ]);
});

test('a missing root type is added behind $schema, with a comment in that line', () => {
  const { tools, kinds, files } = importTool({
    inputSchema: { $schema: 'http://json-schema.org/draft-07/schema#', description: 'x' },
  });
  expect(Object.keys(tools[0]?.['inputSchema'] as object)).toEqual(['$schema', 'type', 'description']);
  expect(files[0]?.text).toContain('      type: object # import: added, the answer has no type here\n');
  expect(kinds).toEqual(['type-added']);
});

test.each([
  ['no name', { name: undefined }, 'it has no name'],
  ['a name that is a number', { name: 7 }, 'its name is a number'],
  ['a name with a blank', { name: 'a b' }, 'the name "a b" is not allowed'],
  ['a name with a dash in front', { name: '-a' }, 'the name "-a" is not allowed'],
  ['a name of 129 characters', { name: 'a'.repeat(129) }, 'is not allowed'],
  ['no inputSchema', { inputSchema: undefined }, 'it has no `inputSchema`'],
  ['a boolean inputSchema', { inputSchema: true }, 'its `inputSchema` is a boolean'],
  ['a list as outputSchema', { outputSchema: [] }, 'its `outputSchema` is a list'],
  ['inputSchema null', { inputSchema: null }, 'its `inputSchema` is null'],
])('a tool with %s is skipped and the others are not', (_, members, reason) => {
  const { tools, records } = importText(JSON.stringify({ tools: [tool(members), tool({ name: 'other' })] }));
  expect(tools.map(({ name }) => name)).toEqual(['other']);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({ kind: 'tool-skipped' });
  expect(records[0]?.message).toContain(reason);
});

test('duplicates in the answer and names that the project has are skipped, and say where the other is', () => {
  const answer = JSON.stringify([tool(), tool({ name: 'b' }), tool({ name: 'b' }), 'c']);
  const { tools, records } = importText(answer, { tools: new Map([['a', 'manifests/old.yaml']]) });
  expect(tools.map(({ name }) => name)).toEqual(['b']);
  expect(records.map((record) => `${subjectOf(record)}: ${record.message}`)).toEqual([
    'tool a: the tool was not imported: manifests/old.yaml has a tool of this name already',
    'tool b: the tool was not imported: this answer has a tool of this name already',
    'tool #4: the tool was not imported: it is not an object',
  ]);
});

test('an envelope is accepted; lists that are none, further pages and members around the list are reported', () => {
  const result = { tools: [tool()], nextCursor: 'x', resources: {}, prompts: [], ttlMs: 5, extra: 1 };
  const { tools, records } = importText(JSON.stringify({ jsonrpc: '2.0', id: 1, result }));
  expect(tools).toEqual([tool()]);
  expect(records.map((record) => [subjectOf(record), record.kind, record.path])).toEqual([
    [null, 'section-skipped', '/result/resources'],
    [null, 'more-pages', '/result/nextCursor'],
    [null, 'ignored-members', '/result'],
  ]);
});

test.each([
  ['3', 'it is a number'],
  ['{}', 'it has no member `tools`, `resources`'],
  ['{"tools":{}}', 'its member `tools` is an object'],
  ['{"jsonrpc":"2.0","error":{"code":1}}', 'it is a JSON-RPC error'],
])('%s is not an answer', (text, problem) => {
  const { files, notes } = importText(text);
  expect(files).toEqual([]);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.diagnostic).toMatchObject({ code: 'import/not-an-answer', severity: 'error' });
  expect(notes[0]?.diagnostic.message).toContain(problem);
});

test.each(['[]', '[{}]'])('nothing to import from %s is an error', (text) => {
  const { files, notes } = importText(text);
  expect(files).toEqual([]);
  expect(notes.at(-1)?.diagnostic).toMatchObject({ code: 'import/nothing-imported', severity: 'error' });
});

test('__proto__ is left out wherever it stands, and nothing gets a prototype from it', () => {
  const schema = '{"type":"object","__proto__":{"x":1},"properties":{"p":{"default":[{"__proto__":2}]}}}';
  const { tools, records } = importText(`[{"name":"a","__proto__":{"y":1},"inputSchema":${schema}}]`);
  expect(tools).toStrictEqual([tool({ inputSchema: { type: 'object', properties: { p: { default: [{}] } } } })]);
  expect(records.map(({ kind, path }) => [kind, path])).toEqual([
    ['forbidden-key', '/0/inputSchema/__proto__'],
    ['forbidden-key', '/0/inputSchema/properties/p/default/0/__proto__'],
    ['forbidden-key', '/0/__proto__'],
  ]);
});

test('a number that a double rounds is reported, with what the answer said beside it', () => {
  const schema = '{"type":"object","properties":{"n":{"maximum":18446744073709551615,"minimum":1e20}}}';
  const { files, records } = importText(`[{"name":"a","inputSchema":${schema}}]`);
  expect(files[0]?.text).toContain('maximum: 1.8446744073709552e+19 # import: the answer says 18446744073709551615\n');
  expect(files[0]?.text).toContain('minimum: 1.0e+20\n');
  expect(records.map(({ kind, path }) => [kind, path])).toEqual([
    ['number-changed', '/0/inputSchema/properties/n/maximum'],
  ]);
});

test('a number beyond the range of a double costs the tool, unless it stands where it is dropped anyway', () => {
  const { tools, records } = importText(
    '[{"name":"a","inputSchema":{"maximum":1e400}},{"name":"b","id":1e400,"inputSchema":{"type":"object"}}]',
  );
  expect(tools.map(({ name }) => name)).toEqual(['b']);
  expect(records.map((record) => [subjectOf(record), record.kind])).toEqual([
    ['tool a', 'tool-skipped'],
    ['tool b', 'stray-member'],
  ]);
});

test('a key that stands twice is reported', () => {
  const { tools, records } = importText('[{"name":"a","title":"x","title":"y","inputSchema":{"type":"object"}}]');
  expect(tools).toEqual([tool({ title: 'y' })]);
  expect(records.map(({ kind, path }) => [kind, path])).toEqual([['duplicate-key', '/0/title']]);
});

test('an existing file is never written, whatever the case of its name', () => {
  const { files } = importText(JSON.stringify([tool()]), { files: new Set(['Tools.yaml', 'tools-2.yaml']) });
  expect(files.map(({ path }) => path)).toEqual(['tools-3.yaml']);
});

test('tools are spread by what they are about, and never into a name that a file system trips over', () => {
  const names = ['con', 'issues', '..'].flatMap((word) =>
    ['list', 'get', 'create', 'update', 'delete', 'close', 'copy', 'move', 'add', 'set'].map(
      (verb) => `${verb}_${word}`,
    ),
  );
  const { files, imported } = importText(JSON.stringify(names.map((name) => tool({ name }))));
  expect(imported).toBe(30);
  expect(files.map(({ path }) => path)).toEqual(['con-tools.yaml', 'issues.yaml', 'tools.yaml']);
});

test('an answer with more tools than a project can hold is refused, and so is a tool made of remarks', () => {
  const many = importText(JSON.stringify(Array.from({ length: 16_385 }, () => 0)));
  expect(many.kinds).toEqual(['too-large']);
  const strays = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`x${index}`, 0]));
  const { tools, kinds } = importText(JSON.stringify([tool(strays), tool({ name: 'b' })]));
  expect(tools).toEqual([tool({ name: 'b' })]);
  expect(kinds).toEqual(['tool-skipped']);
});

test('each list may come alone, and a page of one kind beside the names that the project has', () => {
  const rules = { name: 'House rules', uri: 'desk://rules', size: 3, annotations: { audience: ['user'] } };
  const alone = importText(JSON.stringify({ result: { resources: [rules, { ...rules, title: null, name: 'b' }] } }));
  expect(alone).toMatchObject({ imported: 0, offers: { resources: 2, resourceTemplates: 0, prompts: 0 } });
  expect(alone.records).toEqual([
    {
      subject: { kind: 'resource', name: 'b' },
      kind: 'stray-member',
      path: '/result/resources/1/title',
      message: 'the member "title" was left out: it is null',
    },
  ]);
  expect(alone.files.map(({ path, text }) => [path, parse(text)])).toEqual([
    ['resources.yaml', { resources: [rules, { ...rules, name: 'b' }] }],
  ]);
  const offers = {
    resources: new Map(),
    resourceTemplates: new Map(),
    prompts: new Map([['p', 'manifests/old.yaml']]),
  };
  const answer = { prompts: [{ name: 'p' }, { name: 'q', arguments: [{ name: 'a', required: true, default: 1 }] }] };
  const { files, records } = importText(JSON.stringify(answer), { offers, files: new Set(['Prompts.yaml']) });
  expect(files.map(({ path, text }) => [path, parse(text)])).toEqual([
    ['prompts-2.yaml', { prompts: [{ name: 'q', arguments: [{ name: 'a', required: true }] }] }],
  ]);
  expect(records.map((record) => [subjectOf(record), record.kind, record.path])).toEqual([
    ['prompt p', 'entry-skipped', '/prompts/0/name'],
    ['prompt q', 'stray-member', '/prompts/1/arguments/0/default'],
  ]);
});

test.each([
  ['resources', 'resource', { uri: 'desk://a' }],
  ['resourceTemplates', 'resourceTemplate', { uriTemplate: 'desk://{a}' }],
  ['prompts', 'prompt', {}],
])('an entry of %s that is made of remarks is left out, and the remark names its kind', (section, kind, members) => {
  const strays = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`x${index}`, 0]));
  const entries = [
    { name: 'a', ...members, ...strays },
    { name: 'b', ...members },
  ];
  const { files, records } = importText(JSON.stringify({ [section]: entries }));
  expect(files.map(({ text }) => parse(text))).toEqual([{ [section]: [{ name: 'b', ...members }] }]);
  expect(records).toMatchObject([{ subject: { kind, name: 'a' }, kind: 'entry-skipped', path: `/${section}/0` }]);
});

test('more than a project can hold is not looked at', () => {
  const prompts = Array.from({ length: 4_097 }, (_, i) => ({ name: `p${i}` }));
  const { files, notes } = importText(JSON.stringify({ prompts }));
  expect(files).toEqual([]);
  expect(notes.map(({ diagnostic }) => diagnostic.message)).toEqual([
    'prompts in the answer: 4097, and the limit is 4096',
  ]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { analyse, compile } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../../src/json.js';

// What a hostile contract can do with the sections of Enhanced MCP 2.0. The corpus knows tools and schemas only.

const source = readFileSync(new URL('./fixtures/every-field.yaml', import.meta.url), 'utf8');
const everyField = parse(source) as JsonObject;
const config = `mcpgen: 1
server: { name: a, version: 1.0.0 }
lint: { ruleset: none }
protocol: { deprecated: [sampling, roots] }
authorization:
  authorizationServers: [https://login.example.com]
  scopes: { 'items:read': See items., 'items:write': Change items. }
  tokens: other
`;

const hostOf = (manifest: unknown) =>
  createMemoryHost({ 'mcpgen.yaml': config, 'manifests/a.json': JSON.stringify(manifest) });

/** Of what is said, not what the project is told of its own `protocol:`. */
const ofManifest = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ code }) => code !== 'protocol/deprecated');

const codesOf = (manifest: unknown) => [
  ...new Set(ofManifest(analyse(hostOf(manifest)).diagnostics).map(({ code }) => code)),
];

/** A copy of the contract with another value at one place. */
function changed(path: JsonPath, value: (old: JsonValue) => unknown): JsonValue {
  const copy = structuredClone(everyField) as JsonValue;
  let holder = copy as unknown as Record<string | number, JsonValue>;
  for (const step of path.slice(0, -1)) holder = holder[step] as unknown as Record<string | number, JsonValue>;
  const key = path.at(-1) ?? '';
  holder[key] = value(holder[key] ?? null) as JsonValue;
  return copy;
}

interface Leaf {
  readonly path: JsonPath;
  readonly text: string;
}

function leavesOf(value: JsonValue, path: JsonPath = []): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((each, index) => leavesOf(each, [...path, index]));
  return isJsonObject(value) ? Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key])) : [];
}

const leaves = leavesOf(everyField).map((each) => ({ ...each, place: each.path.join('.') }));

test('the fixture is a contract without a fault, with every member of the manifest’s schema', async () => {
  const { diagnostics, files } = await compile(hostOf(everyField));
  expect(ofManifest(diagnostics).map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  expect(files?.length).toBeGreaterThan(20);

  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/manifest.schema.json', import.meta.url), 'utf8'),
  ) as JsonObject;
  const used = new Set(keysOf(everyField));
  const { jsonSchema, ...definitions } = schema['$defs'] as Record<string, JsonObject>;
  expect(jsonSchema).toBeDefined();
  const known = Object.values(definitions).flatMap((each) => Object.keys(each['properties'] ?? {}));
  // A package's range and a nested workflow need more around them; the first stands for a text all the same.
  const elsewhere = ['unsafe_text', 'version', 'workflow'];
  expect([...new Set(known)].filter((each) => !used.has(each) && !elsewhere.includes(each))).toEqual([]);
});

function keysOf(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  return isJsonObject(value) ? Object.entries(value).flatMap(([key, each]) => [key, ...keysOf(each)]) : [];
}

test.each(leaves)('a hidden character is found in $place', ({ path, text }) => {
  const { diagnostics } = analyse(hostOf(changed(path, () => `${text}\u202e`)));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  // What has a pattern, a list of values or a meaning of its own refuses it by that as well.
  expect(errors.length).toBeGreaterThan(0);
  const refused = /^(text|manifest|schema|composition|workflow|dependencies|examples|resources|authorization|ask)\//;
  expect(errors.filter((code) => !refused.test(code))).toEqual([]);
  const isText = codesOf(changed(path, () => `${text} more`)).length === 0;
  if (isText) expect(errors).toContain('text/hidden-character');
});

const markup = `</script><img src=x onerror=alert(1)>*/ \${x()} {{y}} \` " ' \\ <!-- ]]> &lt;\n- a: |`;
/** Of which the shorter texts take a part. */
const tag = `<img */\${x}\`>`;

test('markup and code in every text stays text, in every file', async () => {
  const free = leaves.filter(({ path, text }) => codesOf(changed(path, () => `${text} more`)).length === 0);
  expect(free.length).toBeGreaterThan(20);
  let hostile = structuredClone(everyField) as JsonValue;
  for (const { path, text } of free) {
    let holder = hostile as unknown as Record<string | number, JsonValue>;
    for (const step of path.slice(0, -1)) holder = holder[step] as unknown as Record<string | number, JsonValue>;
    const fits = codesOf(changed(path, () => `${text} ${markup}`)).length === 0;
    holder[path.at(-1) ?? ''] = `${text} ${fits ? markup : tag}`;
  }
  hostile = JSON.parse(JSON.stringify(hostile)) as JsonValue;
  // `compile` parses every module again; what it makes of these texts must be modules still.
  const { diagnostics, files } = await compile(hostOf(hostile));
  expect(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => [code, message]),
  ).toEqual([]);
  for (const { path, text } of files ?? []) {
    if (path.endsWith('.html')) expect(text, path).not.toMatch(/<img (src=x|\*)/);
  }
});

const deep = (levels: number): JsonValue => (levels === 0 ? 1 : [deep(levels - 1)]);
const long = 'x'.repeat(70_000);

test.each<[string, JsonPath, (old: JsonValue) => unknown]>([
  ['an example’s input', ['tools', 0, 'documentation', 'examples', 0, 'input', 'id'], () => long],
  [
    'the output of a capability’s example',
    ['tools', 0, 'semantics', 'capabilities', 0, 'examples', 0, 'output'],
    () => deep(40),
  ],
  ['a default of a mapping', ['tools', 0, 'composition', 'mappings', 'remove_item', 1, 'default'], () => deep(40)],
  ['a constant of a step', ['workflows', 0, 'steps', 1, 'inputs', 1, 'value'], () => long],
  ['the parameters of a condition', ['workflows', 0, 'steps', 1, 'conditions', 1, 'parameters', 'message'], () => long],
  ['a default of an output', ['workflows', 0, 'outputs', 0, 'default'], () => deep(40)],
  ['metadata', ['tools', 0, '_meta', 'com.example/tier'], () => deep(40)],
])('%s is bounded', (_, path, value) => {
  expect(codesOf(changed(path, value))).toContain('limits/exceeded');
});

test.each<[string, JsonPath, (old: JsonValue) => unknown]>([
  [
    'tools to feed',
    ['tools', 0, 'composition', 'composable_with'],
    () => Array.from({ length: 5_000 }, () => 'remove_item'),
  ],
  [
    'parts of an input',
    ['tools', 0, 'composition', 'mappings', 'remove_item'],
    () => Array.from({ length: 5_000 }, (_, i) => ({ from: '/id', to: `/p${i}` })),
  ],
  [
    'effects',
    ['tools', 0, 'semantics', 'side_effects'],
    () =>
      Array.from({ length: 5_000 }, (_, i) => ({
        type: 'network',
        scope: `s${i}`,
        reversible: true,
        risk_level: 'low',
      })),
  ],
  [
    'examples',
    ['tools', 0, 'documentation', 'examples'],
    () => Array.from({ length: 5_000 }, (_, i) => ({ name: `e${i}`, input: {} })),
  ],
  [
    'dependencies',
    ['tools', 0, 'dependencies'],
    () => Array.from({ length: 5_000 }, (_, i) => ({ type: 'service', name: `s${i}` })),
  ],
  [
    'steps',
    ['workflows', 0, 'steps'],
    () => Array.from({ length: 5_000 }, (_, i) => ({ id: `s${i}`, tool: 'find_item' })),
  ],
  [
    'conditions',
    ['workflows', 0, 'steps', 0, 'conditions'],
    () => Array.from({ length: 5_000 }, () => ({ type: 'approval_required', parameters: {} })),
  ],
  ['a text', ['tools', 0, 'documentation', 'details'], () => long],
  ['a name', ['workflows', 0, 'name'], () => long],
  ['a pointer', ['workflows', 0, 'steps', 0, 'inputs', 0, 'to'], () => `/${'a/'.repeat(5_000)}b`],
])('too many, or too long: %s', (_, path, value) => {
  expect(codesOf(changed(path, value)).filter((code) => /^(manifest|limits)\//.test(code))).not.toEqual([]);
});

test.each([
  ['/__proto__/polluted'],
  ['/constructor/prototype/polluted'],
  ['/toString'],
  ['/hasOwnProperty/call'],
  ['/0/~1~0'],
])('a pointer of a mapping is %s', async (pointer) => {
  for (const path of [
    ['tools', 0, 'composition', 'mappings', 'remove_item', 0, 'from'],
    ['tools', 0, 'composition', 'mappings', 'remove_item', 0, 'to'],
    ['workflows', 0, 'steps', 0, 'inputs', 0, 'to'],
    ['workflows', 0, 'outputs', 0, 'to'],
    ['workflows', 0, 'steps', 0, 'outputs', 0, 'from'],
  ]) {
    const { diagnostics } = await compile(hostOf(changed(path, () => pointer)));
    expect(
      diagnostics.some(({ severity }) => severity === 'error'),
      path.join('.'),
    ).toBe(true);
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test.each([
  ['an exponential pattern', { type: 'string', pattern: '^(a+)+$' }],
  ['a remote reference', { $ref: 'https://example.com/schema.json' }],
  ['a reference to a file', { $ref: '../../etc/passwd' }],
  ['code', { type: 'string', tsType: 'any; x()' }],
  ['no schema', { type: 5 }],
])('a condition matches %s', (_, matches) => {
  const path = ['workflows', 0, 'steps', 1, 'conditions', 0, 'parameters', 'matches'];
  expect(codesOf(changed(path, () => matches)).filter((code) => code.startsWith('schema/'))).not.toEqual([]);
});

/** As many workflows as a project may have, each of which runs the next. */
function chain(length: number, isClosed: boolean): JsonObject[] {
  return Array.from({ length }, (_, index) => ({
    ...{ id: `w${index}`, name: 'w', description: 'A workflow.', inputSchema: { type: 'object' } },
    steps: [
      index < length - 1 || isClosed
        ? { id: 'next', workflow: `w${(index + 1) % length}` }
        : { id: 'last', tool: 'list_items' },
    ],
  }));
}

const listItems = { name: 'list_items', description: 'Lists.', inputSchema: { type: 'object' } };

test('workflows that run one another, as many as there may be, in a line or in a circle', () => {
  const most = 1_024;
  expect(codesOf({ tools: [listItems], workflows: chain(most, false) })).toEqual([]);
  expect(codesOf({ tools: [listItems], workflows: chain(most, true) })).toEqual(['workflow/cycle']);
  expect(codesOf({ tools: [listItems], workflows: chain(most + 1, true) })).toEqual(['limits/exceeded']);
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyse } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { isJsonObject, type JsonObject } from '../../src/json.js';

// How often the rule is right: held against tools of real servers that were judged by hand.

interface Judgement {
  readonly corpus: string;
  readonly tool: string;
  /** A call may change, send or start something that is there when the session is over. */
  readonly changes: boolean;
  /** A call may lose something, or cannot be undone. */
  readonly destroys: boolean;
  readonly reason: string;
}

const judgements = JSON.parse(
  readFileSync(new URL('./hint-contradicts-verb/judged.json', import.meta.url), 'utf8'),
) as Judgement[];
const corpora = new URL('../../../shared/corpus/tools/', import.meta.url);
const isMissing = !existsSync(corpora);
const page = new URL('../../docs/diagnostics/lint/hint-contradicts-verb.md', import.meta.url);

const answers = new Map<string, readonly JsonObject[]>();

function toolOf({ corpus, tool }: Judgement): JsonObject {
  const known = answers.get(corpus);
  const tools = known ?? JSON.parse(readFileSync(new URL(`${corpus}.json`, corpora), 'utf8')).tools;
  answers.set(corpus, tools);
  const found = (tools as readonly JsonObject[]).find(({ name }) => name === tool);
  if (found === undefined) throw new Error(`${corpus} has no ${tool}`);
  return found;
}

/** Whether the rule finds the hints of a tool wrong. Of the arguments only what it looks at is kept. */
function isFound(tool: JsonObject, annotations: JsonObject): boolean {
  const { name, title, description, inputSchema } = tool;
  const properties =
    isJsonObject(inputSchema) && isJsonObject(inputSchema['properties']) ? inputSchema['properties'] : {};
  const entries = Object.entries(properties).flatMap(([argument, schema]) => {
    if (!isJsonObject(schema)) return [];
    const { type, enum: values, description: text } = schema;
    return [[argument, { type, enum: values, description: text }]];
  });
  const input = { type: 'object', properties: Object.fromEntries(entries) };
  const manifest = { tools: [{ name, title, description, inputSchema: input, annotations }] };
  const lint = { ruleset: 'none', rules: { 'hint-contradicts-verb': 'warning' } };
  const host = createMemoryHost({
    'mcpgen.yaml': JSON.stringify({ mcpgen: 1, server: { name: 'test', version: '1.0.0' }, lint }),
    'manifests/tool.yaml': JSON.stringify(manifest),
  });
  const { diagnostics, model } = analyse(host);
  if (model === undefined) throw new Error(`${String(name)}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return diagnostics.some(({ code }) => code === 'lint/hint-contradicts-verb');
}

interface Row {
  readonly label: string;
  readonly isWrong: boolean;
  readonly isFound: boolean;
}

function rowsOf(judgement: Judgement): Row[] {
  const { changes, destroys } = judgement;
  const tool = toolOf(judgement);
  const { readOnlyHint, destructiveHint } = (tool['annotations'] ?? {}) as JsonObject;
  const published: JsonObject = {};
  if (readOnlyHint !== undefined) published['readOnlyHint'] = readOnlyHint;
  if (destructiveHint !== undefined) published['destructiveHint'] = destructiveHint;
  const isWrong = readOnlyHint === true ? changes : destructiveHint === false && destroys;
  return [
    { label: 'as published', isWrong, isFound: isFound(tool, published) },
    { label: 'readOnlyHint: true', isWrong: changes, isFound: isFound(tool, { readOnlyHint: true }) },
    { label: 'destructiveHint: false', isWrong: destroys, isFound: isFound(tool, { destructiveHint: false }) },
  ];
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

test('a hundred tools of all corpora are judged, each with a reason', () => {
  expect(new Set(judgements.map(({ corpus, tool }) => `${corpus}/${tool}`)).size).toBe(100);
  expect(new Set(judgements.map(({ corpus }) => corpus)).size).toBe(38);
  for (const { changes, destroys, reason } of judgements) {
    expect(reason.length).toBeGreaterThan(4);
    expect(destroys && !changes).toBe(false);
  }
});

test.skipIf(isMissing)('the page of the rule says how often it is right', () => {
  const rows = judgements.flatMap(rowsOf);
  const lines = ['as published', 'readOnlyHint: true', 'destructiveHint: false'].map((label) => {
    const own = rows.filter((each) => each.label === label);
    const wrong = own.filter(({ isWrong }) => isWrong).length;
    const found = own.filter((each) => each.isWrong && each.isFound).length;
    const falsely = own.filter((each) => !each.isWrong && each.isFound).length;
    const share = percent(falsely, found + falsely);
    return `| ${label} | ${wrong} of ${own.length} | ${found} | ${wrong - found} | ${falsely} | ${share} |\n`;
  });
  const text = readFileSync(page, 'utf8');
  const [before = '', rest = ''] = text.split(/(?<=\| of all findings \|\n(?:\| --- )+\|\n)/);
  const after = rest.replace(/^(?:\|.*\n)*/, '');
  const expected = before + lines.join('') + after;
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, expected);
  else expect(text).toBe(expected);
});

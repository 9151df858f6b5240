import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyse } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { isJsonObject, type JsonObject } from '../../src/json.js';

// How often the rule is right: held against two samples of tools of real servers that were judged by hand. The rule was
// mended on the first. The second was judged and committed before any verdict on it was seen, and is not to be tuned to.

/** Left out of the rates when it cannot be told from name, description and arguments. */
type Verdict = boolean | 'unsure';

interface Judgement {
  readonly corpus: string;
  readonly tool: string;
  /** A call may change, send or start something that is there when the session is over. */
  readonly changes: Verdict;
  /** A call may lose something, or cannot be undone. */
  readonly destroys: Verdict;
  readonly reason: string;
}

function judgementsOf(file: string): Judgement[] {
  return JSON.parse(readFileSync(new URL(`./hint-contradicts-verb/${file}`, import.meta.url), 'utf8')) as Judgement[];
}

const judgements = judgementsOf('judged.json');
const heldOut = judgementsOf('held-out.json');
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
  readonly isWrong: Verdict;
  readonly isFound: boolean;
}

function rowsOf(judgement: Judgement): Row[] {
  const { changes, destroys } = judgement;
  const tool = toolOf(judgement);
  const { readOnlyHint, destructiveHint } = (tool['annotations'] ?? {}) as JsonObject;
  const published: JsonObject = {};
  if (readOnlyHint !== undefined) published['readOnlyHint'] = readOnlyHint;
  if (destructiveHint !== undefined) published['destructiveHint'] = destructiveHint;
  const isWrong = readOnlyHint === true ? changes : destructiveHint === false ? destroys : false;
  return [
    { label: 'as published', isWrong, isFound: isFound(tool, published) },
    { label: 'readOnlyHint: true', isWrong: changes, isFound: isFound(tool, { readOnlyHint: true }) },
    { label: 'destructiveHint: false', isWrong: destroys, isFound: isFound(tool, { destructiveHint: false }) },
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}

const labels = ['as published', 'readOnlyHint: true', 'destructiveHint: false'];

function tableOf(sample: readonly Judgement[]): string[] {
  const rows = sample.flatMap(rowsOf);
  return labels.map((label) => {
    const own = rows.filter((each) => each.label === label && each.isWrong !== 'unsure');
    const wrong = own.filter(({ isWrong }) => isWrong === true).length;
    const found = own.filter((each) => each.isWrong === true && each.isFound).length;
    const falsely = own.filter((each) => each.isWrong === false && each.isFound).length;
    const share = percent(falsely, found + falsely);
    return `| ${label} | ${wrong} of ${own.length} | ${found} | ${wrong - found} | ${falsely} | ${share} |\n`;
  });
}

function keyOf({ corpus, tool }: Pick<Judgement, 'corpus' | 'tool'>): string {
  return `${corpus}/${tool}`;
}

/** The first hundred tools in the order of a hash, at most four of a server, without those that the rule was mended on. */
function draw(): string[] {
  const seen = new Set(judgements.map(keyOf));
  const all = readdirSync(corpora).flatMap((file) => {
    if (!file.endsWith('.json')) return [];
    const corpus = file.slice(0, -'.json'.length);
    const { tools } = JSON.parse(readFileSync(new URL(file, corpora), 'utf8')) as { tools: { name: string }[] };
    return tools.map(({ name }) => {
      const key = keyOf({ corpus, tool: name });
      return { corpus, key, hash: createHash('sha256').update(`held-out-2/${key}`).digest('hex') };
    });
  });
  const counts = new Map<string, number>();
  const drawn = all
    .filter(({ key }) => !seen.has(key))
    .sort((left, right) => (left.hash < right.hash ? -1 : 1))
    .filter(({ corpus }) => {
      const count = (counts.get(corpus) ?? 0) + 1;
      counts.set(corpus, count);
      return count <= 4;
    });
  return drawn.slice(0, 100).map(({ key }) => key);
}

test.each([
  ['judged', judgements, 38],
  ['held out', heldOut, 32],
] as const)('a hundred tools are judged, each with a reason: %s', (_label, sample, servers) => {
  expect(new Set(sample.map(keyOf)).size).toBe(100);
  expect(new Set(sample.map(({ corpus }) => corpus)).size).toBe(servers);
  for (const { changes, destroys, reason } of sample) {
    expect(reason.length).toBeGreaterThan(4);
    expect(destroys === true && changes !== true).toBe(false);
  }
});

test.skipIf(isMissing)('the tools that are held out are those that the hash chooses', () => {
  expect(heldOut.map(keyOf).sort()).toEqual(draw().sort());
});

test.skipIf(isMissing)('the page of the rule says how often it is right, on either sample', () => {
  const text = readFileSync(page, 'utf8');
  const parts = text.split(/(?<=\| of all findings \|\n(?:\| --- )+\|\n)/);
  expect(parts).toHaveLength(3);
  const tables = ['', tableOf(judgements).join(''), tableOf(heldOut).join('')];
  const expected = parts.map((part, at) => (at === 0 ? part : tables[at] + part.replace(/^(?:\|.*\n)*/, ''))).join('');
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, expected);
  else expect(text).toBe(expected);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Rule, Ruleset } from '../../src/check/lint/rule.js';
import { rules } from '../../src/check/rules/index.js';
import { realAnswers } from './support/answers.js';
import { type Found, lintAnswer } from './support/lint-answer.js';

// Tools of real servers, held to every rule: issue 4, done-when 4.

const page = new URL('../../docs/lint-corpora.md', import.meta.url);
const judgements = new URL('../rules/hint-contradicts-verb/judged.json', import.meta.url);

interface Server {
  readonly name: string;
  readonly tools: number;
  readonly found: Found;
}

let servers: readonly Server[] = [];

beforeAll(() => {
  const start = performance.now();
  servers = realAnswers.map((answer) => ({
    name: answer.name,
    tools: answer.tools.length,
    found: lintAnswer(answer),
  }));
  if (servers.length > 0) console.info(`${((performance.now() - start) / 1000).toFixed(1)} s`);
});

function isIn(ruleset: Ruleset) {
  return ({ levels }: Rule) => levels[ruleset] !== 'off';
}

/** How many findings of these rules there are in these servers. */
function count(among: readonly Server[], wanted: (rule: Rule) => boolean): number {
  return among
    .flatMap(({ found }) => [...found])
    .reduce((all, [rule, findings]) => all + (wanted(rule) ? findings.length : 0), 0);
}

function table(rows: readonly (readonly (string | number)[])[]): string {
  const [head = [], ...others] = rows;
  return [head, head.map(() => '---'), ...others].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function renderPage(): string {
  const byRule = rules.map((rule) => {
    const { recommended, strict } = rule.levels;
    const isThis = (other: Rule) => other === rule;
    const hit = servers.filter((server) => count([server], isThis) > 0).length;
    return [`[${rule.id}](diagnostics/lint/${rule.id}.md)`, recommended, strict, count(servers, isThis), hit];
  });
  const byServer = servers.map((server) => {
    const named = [...server.found].filter(([rule, { length }]) => isIn('recommended')(rule) && length > 0);
    const list = named.map(([rule, { length }]) => `${length} × ${rule.id}`).join(', ');
    const counts = [count([server], isIn('recommended')), count([server], isIn('strict'))];
    return [server.name, server.tools, ...counts, list || 'none'];
  });
  const tools = servers.reduce((all, server) => all + server.tools, 0);
  const counts = [count(servers, isIn('recommended')), count(servers, isIn('strict'))];
  byServer.push([`**all ${servers.length}**`, tools, ...counts, '']);
  return `# Real servers, held to the rules

<!-- Written by test/e2e/lint-corpora.test.ts; UPDATE_DOCS=1 writes it anew. -->

The tools of published MCP servers, as \`mcpgen import\` writes them down, held to every rule with its default options. All findings
are counted, where \`mcpgen check\` stops after a hundred of one rule. Rules about effects, risks and workflows find nothing here: these
servers declare none. How often the rule about wrong hints is right stands on
[its page](diagnostics/lint/hint-contradicts-verb.md). All of it takes about ten seconds of one processor, most of them for reading and
checking the contracts.

## By rule

${table([['rule', 'recommended', 'strict', 'findings', 'servers'], ...byRule])}
## By server

${table([['server', 'tools', 'recommended', 'strict', 'rules of `recommended`'], ...byServer])}`;
}

test.skipIf(realAnswers.length === 0)('docs/lint-corpora.md says what the rules find in real servers', () => {
  const text = renderPage();
  console.info(text.slice(text.indexOf('## By rule')));
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, text);
  expect(readFileSync(page, 'utf8').replaceAll('\r\n', '\n')).toBe(text);
});

test.skipIf(realAnswers.length === 0)('every tool whose hints are found wrong was judged by hand', () => {
  const judged = JSON.parse(readFileSync(judgements, 'utf8')) as { corpus: string; tool: string }[];
  const known = new Set(judged.map(({ corpus, tool }) => `${corpus}/${tool}`));
  const tools = servers.flatMap(({ name, found }) => {
    const findings = [...found].flatMap(([rule, all]) => (rule.id === 'hint-contradicts-verb' ? all : []));
    return findings.map(({ message }) => `${name}/${/^"([^"]+)"/.exec(message)?.[1]}`);
  });
  expect(tools.length).toBeGreaterThan(20);
  expect(tools.filter((tool) => !known.has(tool))).toEqual([]);
});

test.skipIf(realAnswers.length === 0)('no text of these servers is taken for a hidden instruction', () => {
  const found = servers.flatMap((server) => [...server.found]).filter(([{ id }]) => id === 'hidden-instructions');
  expect(found.flatMap(([, findings]) => findings.map(({ message }) => message))).toEqual([]);
});

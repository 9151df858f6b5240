import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Rule, Ruleset } from '../../src/check/lint/rule.js';
import { rules } from '../../src/check/rules/index.js';
import { realAnswers } from './support/answers.js';
import { type Counts, lintAnswer } from './support/lint-answer.js';

// Tools of real servers, held to every rule: issue 4, done-when 4.

const page = new URL('../../docs/lint-corpora.md', import.meta.url);

function isIn(ruleset: Ruleset) {
  return ({ levels }: Rule) => levels[ruleset] !== 'off';
}

function sum(counts: Counts, wanted: (rule: Rule) => boolean): number {
  return [...counts].reduce((total, [rule, count]) => total + (wanted(rule) ? count : 0), 0);
}

function table(rows: readonly (readonly (string | number)[])[]): string {
  const [head = [], ...others] = rows;
  return [head, head.map(() => '---'), ...others].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function renderPage(found: readonly (readonly [string, number, Counts])[]): string {
  const total = (rule: Rule) => found.reduce((all, [, , counts]) => all + (counts.get(rule) ?? 0), 0);
  const byRule = rules.map((rule) => {
    const { recommended, strict } = rule.levels;
    const servers = found.filter(([, , counts]) => (counts.get(rule) ?? 0) > 0).length;
    return [`[${rule.id}](diagnostics/lint/${rule.id}.md)`, recommended, strict, total(rule), servers];
  });
  const byServer = found.map(([name, tools, counts]) => {
    const named = [...counts].filter(([rule, count]) => isIn('recommended')(rule) && count > 0);
    const list = named.map(([rule, count]) => `${count} × ${rule.id}`).join(', ');
    return [name, tools, sum(counts, isIn('recommended')), sum(counts, isIn('strict')), list || 'none'];
  });
  const all = (wanted: (rule: Rule) => boolean) =>
    found.reduce((count, [, , counts]) => count + sum(counts, wanted), 0);
  const tools = found.reduce((count, [, own]) => count + own, 0);
  byServer.push([`**all ${found.length}**`, tools, all(isIn('recommended')), all(isIn('strict')), '']);
  return `# Real servers, held to the rules

<!-- Written by test/e2e/lint-corpora.test.ts; UPDATE_DOCS=1 writes it anew. -->

The tools of published MCP servers, as \`mcpgen import\` writes them down, held to every rule with its default options. All findings
are counted, where \`mcpgen check\` stops after a hundred of one rule. Rules about effects, risks and workflows find nothing here: these
servers declare none. How often the rule about wrong hints is right stands on
[its page](diagnostics/lint/hint-contradicts-verb.md); what was found in descriptions has been read. All of it takes about ten
seconds of one processor, of which the rules take two.

## By rule

${table([['rule', 'recommended', 'strict', 'findings', 'servers'], ...byRule])}
## By server

${table([['server', 'tools', 'recommended', 'strict', 'rules of `recommended`'], ...byServer])}`;
}

test.skipIf(realAnswers.length === 0)('docs/lint-corpora.md says what the rules find in real servers', () => {
  const start = performance.now();
  const found = realAnswers.map((answer) => [answer.name, answer.tools.length, lintAnswer(answer)] as const);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const text = renderPage(found);
  console.info(`${text.slice(text.indexOf('## By rule'))}\n${seconds} s`);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, text);
  expect(readFileSync(page, 'utf8').replaceAll('\r\n', '\n')).toBe(text);
});

import { test } from 'vitest';
import type { Rule } from '../../src/check/lint/rule.js';
import { rules } from '../../src/check/rules/index.js';
import { expectTable } from '../support/doc-table.js';

test('the page about lint has every rule', () => {
  const header = '| rule | what it asks for | recommended | strict | `--fix` |\n| --- | --- | --- | --- | --- |';
  expectTable('lint.md', 'rules', [header, ...rules.map(rowOf)].join('\n'));
});

function rowOf({ id, summary, levels, isFixable }: Rule): string {
  const page = `[${id}](diagnostics/lint/${id}.md)`;
  return `| ${page} | ${summary.replaceAll('|', '\\|')} | ${levels.recommended} | ${levels.strict} | ${isFixable ? 'yes' : ''} |`;
}

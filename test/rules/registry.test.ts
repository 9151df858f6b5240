import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Rule } from '../../src/check/lint/rule.js';
import { rules } from '../../src/check/rules/index.js';
import { readPage } from '../../src/cli/pages.js';
import { lintRuleEntries } from '../../src/diagnostics/catalogue/lint.js';
import { catalogue, type DiagnosticCode } from '../../src/diagnostics/catalogue.js';
import { readFixtures, rulesFolder } from './fixtures.js';

const source = fileURLToPath(new URL('../../src/check/rules', import.meta.url));
const fixtures = readFixtures();
const ids = rules.map(({ id }) => id);

test('every rule has one file, one line in the registry and one in the catalogue, in order', () => {
  const files = readdirSync(source).filter((file) => file !== 'index.ts');
  expect(ids).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
  expect(Object.keys(lintRuleEntries)).toEqual(ids.map((id) => `lint/${id}`));
});

test('every folder of fixtures belongs to a rule', () => {
  const folders = readdirSync(rulesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const ofRules = folders.filter(({ name }) => existsSync(`${rulesFolder}${name}/invalid`));
  expect(ofRules.map(({ name }) => name).sort()).toEqual(ids);
});

test.each(rules)('$id has fixtures', ({ id, isFixable }) => {
  const own = fixtures.filter(({ rule }) => rule === id);
  const invalid = own.filter(({ isValid }) => !isValid);
  expect(own.length - invalid.length).toBeGreaterThanOrEqual(1);
  expect(invalid.length).toBeGreaterThanOrEqual(2);
  const files = readdirSync(`${rulesFolder}${id}/invalid`);
  for (const { name } of invalid) expect(files).toContain(`${name}.txt`);
  expect(files.some((file) => file.endsWith('.fixed.yaml'))).toBe(isFixable);
});

test.each(rules)('$id has a level, and the catalogue knows it', ({ id, levels, summary }) => {
  const level = levels.recommended === 'off' ? levels.strict : levels.recommended;
  expect(level).not.toBe('off');
  expect(catalogue[`lint/${id}`].severity).toBe(level);
  expect(summary).toMatch(/^[A-Z`].*[^.]\.$/);
});

test.each(rules)('the page of $id has its levels and its options', ({ id, levels, options }) => {
  const { markdown } = readPage(`lint/${id}` satisfies DiagnosticCode);
  expect(markdown).toContain(`\nLevels: recommended ${levels.recommended}, strict ${levels.strict}.\n`);
  const rows = markdown.split('\n').filter((line) => /^\| (`|option)/.test(line));
  expect(rows).toEqual(optionRows(options));
});

function optionRows(options: Rule['options']): string[] {
  const rows = Object.entries(options).map(
    ([name, option]) => `| \`${name}\` | ${option.description} | \`${JSON.stringify(option.default)}\` |`,
  );
  return rows.length === 0 ? [] : ['| option | meaning | default |', ...rows];
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limitNames, limitTable } from '../../src/limits/limits.js';
import { cases, isThere, verdictOf } from './support/corpus.js';
import { verdicts } from './support/verdicts.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const digits = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

test('ADR 11 has the verdicts that the tests hold cases to', () => {
  const rows = read('docs/adr/0011-policies-on-hostile-input.md').matchAll(/^\| (`.*?`) \| (refused|accepted)/gm);
  const told = [...rows].flatMap(([, ids = '', verdict]) =>
    ids.split(', ').map((id) => [id.replaceAll('`', ''), verdict === 'refused' ? 'reject' : 'accept-safely']),
  );
  expect(Object.fromEntries(told)).toEqual(verdicts);
});

test.runIf(isThere)('the table of classes in docs/security.md counts what is there', () => {
  const table = read('docs/security.md');
  for (const name of new Set(cases.map((each) => each.class))) {
    const own = cases.filter((each) => each.class === name);
    const refused = own.filter((each) => verdictOf(each) === 'reject').length;
    const policies = own.filter((each) => each.policy === true).length;
    expect(table).toContain(`| \`${name}\` | ${own.length} | ${refused} | ${own.length - refused} | ${policies} |`);
  }
});

test.each(limitNames)('docs/security.md has the limit %s', (name) => {
  const { default: usual, hard, unit } = limitTable[name];
  expect(read('docs/security.md')).toContain(`| \`${name}\` | ${unit[1]} | ${digits(usual)} | ${digits(hard)} |`);
});

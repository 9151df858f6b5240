import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Diagnostic, Span } from '../../src/diagnostics/diagnostic.js';
import { inOrder } from '../../src/diagnostics/reporters/order.js';
import { applyFixes } from '../../src/write/apply-fixes.js';
import { expectFile } from '../support/golden/expectations.js';
import { type Fixture, findingsOf, manifestPath, readFixtures } from './fixtures.js';

// How a fixture is made stands in test/rules/README.md.

const fixtures = readFixtures();
const titled = (all: readonly Fixture[]) => all.map((each) => ({ title: `${each.rule}/${each.name}`, fixture: each }));

test.each(titled(fixtures.filter(({ isValid }) => isValid)))('$title is fine', ({ fixture }) => {
  expect(findingsOf(fixture).map(lineOf)).toEqual([]);
});

test.each(titled(fixtures.filter(({ isValid }) => !isValid)))('$title has findings', ({ fixture }) => {
  const findings = findingsOf(fixture);
  expect(findings.length).toBeGreaterThan(0);
  expectFile(`${fixture.path}.txt`, inOrder(findings).map(lineOf).join(''));
  const text = readFileSync(`${fixture.path}.yaml`, 'utf8');
  for (const { span } of findings) {
    expect(span?.file.path === manifestPath ? text.slice(span.start, span.end).trim() : 'elsewhere').not.toBe('');
  }
});

test.each(titled(fixtures.filter(({ isValid }) => !isValid)))('$title is fixed', ({ fixture }) => {
  const first = applyFixes(findingsOf(fixture));
  if (first.fixed.length === 0) return expect(existsSync(`${fixture.path}.fixed.yaml`)).toBe(false);
  let text = first.texts.get(manifestPath)?.after ?? '';
  for (let left = first.fixed.length; left > 0; ) {
    const again = applyFixes(findingsOf(fixture, text));
    text = again.texts.get(manifestPath)?.after ?? text;
    left = again.fixed.length;
  }
  expectFile(`${fixture.path}.fixed.yaml`, text);
});

function lineOf({ message, help, span, related, fix }: Diagnostic): string {
  const more = related.map((each) => `  ${placeOf(each.span)} ${each.message}\n`);
  if (help !== undefined) more.push(`  help: ${help}\n`);
  if (fix !== undefined) more.push('  can be fixed\n');
  return `${placeOf(span)} ${message}\n${more.join('')}`;
}

function placeOf(span: Span | undefined): string {
  if (span === undefined) return '-';
  const { line, column } = span.file.positionAt(span.start);
  return `${span.file.path === manifestPath ? '' : `${span.file.path}:`}${line}:${column}`;
}

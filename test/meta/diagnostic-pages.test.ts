import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readPage } from '../../src/cli/pages.js';
import { type DiagnosticCode, diagnosticCodes } from '../../src/diagnostics/catalogue.js';

const folder = fileURLToPath(new URL('../../docs/diagnostics', import.meta.url));

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && path !== 'README.md')
  .map((path) => path.replaceAll('\\', '/').slice(0, -'.md'.length))
  .sort();

test('every code has a page, and every page a code', () => {
  expect(pages).toEqual([...diagnosticCodes].sort());
});

test.each(pages)('%s has all sections, in order', (code) => {
  const { title, markdown } = readPage(code as DiagnosticCode);
  const headings = markdown.split('\n').filter((line, index) => index === 0 || line.startsWith('## '));
  expect(headings).toEqual([`# ${code}`, '## What it means', '## Why it matters', '## Wrong', '## Right']);
  expect(title).toMatch(/^[^#].{15,110}\.$/);
  for (const section of markdown.split(/^## .*$/m).slice(1)) expect(section.trim()).not.toBe('');
});

test.each(pages)('%s shows code that is wrong and code that is right, and fits a terminal', (code) => {
  const { markdown } = readPage(code as DiagnosticCode);
  const [wrong = '', right = ''] = markdown.split('\n## Wrong\n')[1]?.split('\n## Right\n') ?? [];
  expect(wrong).toMatch(/^```(yaml|json|ts|text)\n[\s\S]+?\n```$/m);
  expect(right).toMatch(/^```(yaml|json|ts|text)\n[\s\S]+?\n```$/m);
  expect(right).not.toBe(wrong);
  expect(markdown.split('\n').filter((line) => line.length > 130)).toEqual([]);
});

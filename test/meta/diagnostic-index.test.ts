import { expect, test } from 'vitest';
import { readPage } from '../../src/cli/pages.js';
import { areaOf, titleOfArea } from '../../src/diagnostics/catalogue/areas.js';
import { catalogue, diagnosticCodes } from '../../src/diagnostics/catalogue.js';
import { pageUrl } from '../../src/diagnostics/page-url.js';
import { expectTable } from '../support/doc-table.js';

const areas = [...new Set(diagnosticCodes.map(areaOf))];

test('the codes of an area stand together in the catalogue', () => {
  const runs = diagnosticCodes.map(areaOf).filter((area, index, all) => area !== all[index - 1]);
  expect(runs).toEqual(areas);
});

test('the index lists every code: UPDATE_DOCS=1 writes it', () => {
  const sections = areas.map((area) => {
    const rows = diagnosticCodes
      .filter((code) => areaOf(code) === area)
      .map((code) => `| [${code}](${code}.md) | ${catalogue[code].severity} | ${readPage(code).title} |`);
    return [`## ${titleOfArea(area)}`, '', '| code | severity | meaning |', '| --- | --- | --- |', ...rows].join('\n');
  });
  expectTable('diagnostics/README.md', 'index', `\n${sections.join('\n\n')}\n`);
});

test.each(diagnosticCodes)('%s is published where its page is', (code) => {
  const { pathname, protocol } = new URL(pageUrl(code));
  expect(protocol).toBe('https:');
  expect(pathname.endsWith(`/docs/diagnostics/${code}.md`)).toBe(true);
});

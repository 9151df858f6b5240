import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DiagnosticCode, diagnosticCodes } from '../../src/diagnostics/catalogue.js';
import { readFixtures } from '../rules/fixtures.js';
import { readCases } from '../support/golden/golden-case.js';

/** Findings that no set of files provokes: what it takes instead, which other tests do. */
const notByFiles: Partial<Record<DiagnosticCode, string>> = {
  'limits/deadline': 'a build of more than a second',
  'limits/findings': 'nothing yet: no stage reports it',
  'output/busy': 'another process that holds the lock',
  'output/changed-meanwhile': 'an editor that saves a handler during the build',
  'output/restore-failed': 'a disk that fails twice',
  'output/unreadable': 'permissions, which version control does not keep',
  'output/write-failed': 'a disk that fails',
};

const found = new Set(
  readCases().mistakes.flatMap(({ folder }) => {
    const { diagnostics } = JSON.parse(readFileSync(`${folder}/expected/report.json`, 'utf8')) as {
      diagnostics: readonly { readonly code: DiagnosticCode }[];
    };
    return diagnostics.map(({ code }) => code);
  }),
);

// Rules have their own kind of cases: test/rules/README.md.
for (const { rule } of readFixtures()) found.add(`lint/${rule}` as DiagnosticCode);

test('every code has a golden case, or a reason why it cannot', () => {
  expect(diagnosticCodes.filter((code) => !found.has(code))).toEqual(Object.keys(notByFiles).sort(inCatalogue));
});

function inCatalogue(a: string, b: string): number {
  return diagnosticCodes.indexOf(a as DiagnosticCode) - diagnosticCodes.indexOf(b as DiagnosticCode);
}

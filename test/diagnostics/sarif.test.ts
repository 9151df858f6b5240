import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { readPage } from '../../src/cli/pages.js';
import { diagnose } from '../../src/diagnostics/catalogue.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { sarifReport } from '../../src/diagnostics/reporters/sarif.js';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { dot, duplicate, HOSTILE, hostile, noConfig, RAW, skew, spanOf, tickets, unknownKey } from './support.js';

const options = { version: '0.1.0', folder: '', ruleText: readPage };

function validator() {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  // It is written in draft-04, of which it uses nothing that later drafts changed but the name of `id`.
  const { $schema, id, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  expect([$schema, id]).toEqual([expect.stringContaining('draft-04'), expect.stringContaining('sarif-2.1.0')]);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

function parse(diagnostics: readonly Diagnostic[], folder = '') {
  const log = JSON.parse(sarifReport(diagnostics, { ...options, folder })) as Log;
  const [run] = log.runs;
  return { rules: run?.tool.driver.rules ?? [], results: run?.results ?? [], run };
}

test('all kinds of findings are valid SARIF 2.1.0', () => {
  const validate = validator();
  const empty = diagnose('yaml/empty-file', {}, { span: { file: new SourceFile('a b.yaml', ''), start: 0, end: 0 } });
  const text = sarifReport([dot, unknownKey, skew, duplicate, noConfig, hostile, empty], options);
  validate(JSON.parse(text));
  expect(validate.errors ?? []).toEqual([]);
  validate(JSON.parse(sarifReport([], options)));
  expect(validate.errors ?? []).toEqual([]);
});

test('the schema would notice a mistake', () => {
  const validate = validator();
  const log = JSON.parse(sarifReport([dot], options)) as Log;
  Object.assign(log.runs[0]?.results?.[0] ?? {}, { level: 'fatal' });
  expect(validate(log)).toBe(false);
});

test('a result with its place, related places and help', () => {
  const { results } = parse([duplicate], 'desk');
  expect(results).toEqual([
    {
      ruleId: 'names/duplicate-tool',
      ruleIndex: 0,
      level: 'error',
      message: {
        text: 'the tool "create_ticket" is declared twice\nhelp: all files of the manifests folder are one namespace: rename or remove one of the two',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'desk/manifests/tickets.yaml' },
            region: { startLine: 4, startColumn: 11, endLine: 4, endColumn: 24 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 0,
          message: { text: 'declared here as well' },
          physicalLocation: {
            artifactLocation: { uri: 'desk/manifests/more.yaml' },
            region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 24 },
          },
        },
      ],
      partialFingerprints: { 'mcpgen/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  ]);
});

test('the rules that have findings, with their pages', () => {
  const { rules, results, run } = parse([dot, unknownKey, skew, dot]);
  expect(run?.tool.driver).toMatchObject({ name: 'mcpgen', semanticVersion: '0.1.0' });
  expect(run?.columnKind).toBe('utf16CodeUnits');
  expect(rules.map(({ id, defaultConfiguration }) => [id, defaultConfiguration?.level])).toEqual([
    ['manifest/unknown-key', 'error'],
    ['names/dot', 'warning'],
    ['output/version-skew', 'note'],
  ]);
  expect(rules[1]).toMatchObject({
    shortDescription: { text: 'The name of a tool has a dot.' },
    help: { text: expect.stringContaining('## Why it matters'), markdown: expect.stringContaining('# names/dot') },
  });
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
});

test('what concerns the whole project is placed in its configuration', () => {
  expect(parse([noConfig], '../desk').results[0]?.locations).toEqual([
    { physicalLocation: { artifactLocation: { uri: '../desk/mcpgen.yaml' } } },
  ]);
});

test('fingerprints outlive moved lines, and tell equal findings apart', () => {
  const fingerprintsOf = (diagnostics: readonly Diagnostic[]) =>
    parse(diagnostics).results.map((each) => each.partialFingerprints?.['mcpgen/v1']);
  const moved = new SourceFile(tickets.path, `# a new line\n${tickets.text}`);
  const [before] = fingerprintsOf([dot]);
  expect(fingerprintsOf([{ ...dot, span: spanOf(moved, 'tickets.close') }])).toEqual([before]);
  expect(new Set(fingerprintsOf([dot, dot])).size).toBe(2);
});

test('paths are URIs, and nothing hostile is printed raw', () => {
  const text = sarifReport([hostile], options);
  expect(text).not.toMatch(RAW);
  const result = parse([hostile]).results[0];
  expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('manifests/%1B%5B2J%2Ca%3Ab%25.yaml');
  expect(result?.message.text).toContain(HOSTILE);
  const lone = new SourceFile('a\ud800.yaml', 'x');
  const finding = diagnose('names/dot', { name: 'x' }, { span: { file: lone, start: 0, end: 1 } });
  expect(parse([finding]).results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('a%EF%BF%BD.yaml');
});

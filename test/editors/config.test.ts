import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/host/package-assets.js';
import { LanguageServer } from './support/language-server.js';

let server: LanguageServer;
beforeAll(async () => {
  server = await LanguageServer.start(packageRoot);
}, 60_000);
afterAll(async () => {
  expect(server.complaints).toEqual([]);
  await server.stop();
});

const start = `# yaml-language-server: $schema=./schemas/mcpgen.schema.json
mcpgen: 1
server: { name: desk, version: 1.0.0 }
`;

const open = (text: string) => server.open('mcpgen.yaml', text);

test.each([
  { at: 'the top', text: `${start}|>`, labels: ['manifests', 'lint', 'environment', 'compatibilityMode'] },
  { at: 'a rule', text: `${start}lint:\n  rules:\n    |>`, labels: ['deep-nesting', 'redundant-type-list'] },
  {
    at: 'the level of a rule without options',
    text: `${start}lint:\n  rules:\n    redundant-type-list: |>`,
    labels: ['off', 'info', 'warning', 'error'],
  },
  {
    at: 'the level of a rule with options',
    text: `${start}lint:\n  rules:\n    deep-nesting: |>`,
    labels: ['off', 'info', 'warning', 'error', 'level and options'],
  },
  { at: 'an option of a rule', text: `${start}lint:\n  rules:\n    deep-nesting:\n      |>`, labels: ['level', 'max'] },
  { at: 'a variable', text: `${start}environment:\n  DESK_TOKEN:\n    |>`, labels: ['description', 'secret'] },
])('completion at $at', async ({ text, labels }) => {
  const offered = await (await open(text)).complete();
  expect([...offered.keys()]).toEqual(expect.arrayContaining(labels));
  expect([...offered.keys()]).not.toContain('[object Object]');
});

test.each([
  {
    word: 'a rule',
    text: `${start}lint:\n  rules:\n    deep-n|>esting: error\n`,
    says: ['Levels: recommended', '/docs/diagnostics/lint/deep-nesting.md'],
  },
  { word: 'a level', text: `${start}lint:\n  rules:\n    deep-nesting: { lev|>el: error }\n`, says: ['`error`'] },
  { word: 'a setting', text: `${start}compat|>ibilityMode: strict\n`, says: ['refuses a client', 'Example:'] },
])('hover at $word', async ({ text, says }) => {
  const shown = (await (await open(text)).hover()).replaceAll('\\', '');
  for (const part of says) expect(shown).toContain(part);
});

test('a misspelt rule is underlined', async () => {
  const problems = await (await open(`${start}lint:\n  rules:\n    deep-nestin: off\n`)).problems();
  const range = { start: { line: 5, character: 4 }, end: { line: 5, character: 15 } };
  expect(problems).toEqual([expect.objectContaining({ range, message: expect.stringContaining('deep-nestin') })]);
});

test('the mcpgen.yaml of this repository has no problems', async () => {
  const text = readFileSync(`${packageRoot}/mcpgen.yaml`, 'utf8');
  expect(await (await open(text)).problems()).toEqual([]);
});

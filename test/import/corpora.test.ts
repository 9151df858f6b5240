import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { type ImportResult, importTools } from '../../src/import/import-tools.js';
import { readJson } from '../../src/import/read-json.js';
import { isJsonObject, type JsonObject, type JsonPath } from '../../src/json.js';

/** Answers of real servers lie beside a developer's checkout; the repository itself has one that was made up. */
const folders = ['./answers/', '../../../shared/corpus/tools/'].map((path) => new URL(path, import.meta.url));
const answers = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => {
    return readdirSync(folder).map((name): [string, URL] => [name, new URL(name, folder)]);
  });

const nothing = { tools: new Map<string, string>(), files: new Set<string>() };

function importText(text: string): ImportResult {
  const json = readJson(new SourceFile('answer.json', text));
  if (!json.ok) throw new Error('not JSON');
  return importTools(json.value.value, nothing, { heading: 'a comment', losses: json.value.losses });
}

const sections = ['tools', 'resources', 'resourceTemplates', 'prompts'];

/** The answer's lists with every reported difference applied, and no other. */
function expectedLists(text: string, { notes }: ImportResult): JsonObject[][] {
  const answer = JSON.parse(text) as JsonObject;
  for (const { path, diagnostic } of notes) {
    if (/removed-field|unknown-annotation|stray-member/.test(diagnostic.code)) {
      delete at(answer, path.slice(0, -1))[String(path.at(-1))];
    }
    if (diagnostic.code === 'import/type-added') at(answer, path)['type'] = 'object';
  }
  return sections.map((section) => (answer[section] ?? []) as JsonObject[]);
}

function at(root: JsonObject, path: JsonPath): JsonObject {
  let value: unknown = root;
  for (const step of path) value = (value as Record<string | number, unknown>)[step];
  if (!isJsonObject(value)) throw new Error(`no object at ${path.join('/')}`);
  return value;
}

const byName = (a: JsonObject, b: JsonObject) => (String(a['name']) < String(b['name']) ? -1 : 1);

test.each(answers)('%s reads back as the answer minus what was reported', (_, url) => {
  const text = readFileSync(url, 'utf8');
  const result = importText(text);
  const manifests = result.files.map((file) => parse(file.text, { schema: 'core' }) as JsonObject);
  const lists = sections.map((section) => manifests.flatMap((each) => (each[section] ?? []) as JsonObject[]));
  const expected = expectedLists(text, result);
  expect(lists.map((list) => list.sort(byName))).toEqual(expected.map((list) => [...list].sort(byName)));
  const { resources, resourceTemplates, prompts } = result.offers;
  expect([result.imported, resources, resourceTemplates, prompts]).toEqual(expected.map((list) => list.length));
});

test.each(answers)('%s gives the same files again, of a size that a person can read', (_, url) => {
  const text = readFileSync(url, 'utf8');
  const { files, imported } = importText(text);
  expect(importText(text).files).toEqual(files);
  expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
  const ofTools = files.filter((file) => file.text.startsWith('# a comment\ntools:\n'));
  expect(ofTools.length).toBeLessThanOrEqual(1 + imported / 5);
  expect(files.length - ofTools.length).toBeLessThanOrEqual(3);
  for (const file of ofTools) {
    const tools = file.text.match(/^ {2}- name: /gm)?.length ?? 0;
    expect(file.path).toMatch(/^[a-z0-9][a-z0-9-]*\.yaml$/);
    expect(file.text.startsWith('# a comment\ntools:\n  - name: ')).toBe(true);
    expect(tools).toBeLessThanOrEqual(25);
    expect(tools === 1 || file.text.length < 90_000).toBe(true);
  }
  const size = ofTools.reduce((sum, file) => sum + file.text.length, 0);
  expect(size).toBeLessThan(2 * JSON.stringify(JSON.parse(text).tools).length + 200);
});

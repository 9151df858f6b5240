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

/** The answer's tools with every reported difference applied, and no other. */
function expectedTools(text: string, { notes }: ImportResult): JsonObject[] {
  const answer = JSON.parse(text) as JsonObject;
  for (const { path, diagnostic } of notes) {
    if (/removed-field|unknown-annotation|stray-member/.test(diagnostic.code)) {
      delete at(answer, path.slice(0, -1))[String(path.at(-1))];
    }
    if (diagnostic.code === 'import/type-added') at(answer, path)['type'] = 'object';
  }
  return answer['tools'] as JsonObject[];
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
  const tools = result.files.flatMap((file) => parse(file.text, { schema: 'core' }).tools as JsonObject[]);
  const expected = expectedTools(text, result);
  expect(tools.sort(byName)).toEqual([...expected].sort(byName));
  expect(result.imported).toBe(expected.length);
});

test.each(answers)('%s gives the same files again, of a size that a person can read', (_, url) => {
  const text = readFileSync(url, 'utf8');
  const { files, imported } = importText(text);
  expect(importText(text).files).toEqual(files);
  expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
  expect(files.length).toBeLessThanOrEqual(1 + imported / 5);
  for (const file of files) {
    const tools = file.text.match(/^ {2}- name: /gm)?.length ?? 0;
    expect(file.path).toMatch(/^[a-z0-9][a-z0-9-]*\.yaml$/);
    expect(file.text.startsWith('# a comment\ntools:\n  - name: ')).toBe(true);
    expect(tools).toBeLessThanOrEqual(25);
    expect(tools === 1 || file.text.length < 90_000).toBe(true);
  }
  const size = files.reduce((sum, file) => sum + file.text.length, 0);
  expect(size).toBeLessThan(2 * JSON.stringify(JSON.parse(text).tools).length + 200);
});

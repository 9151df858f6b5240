import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.js';
import { declareTypes } from '../../src/types/declare-types.js';
import { loadMeasure } from './measure.js';

const { typeErrors } = await loadMeasure();
const folder = new URL('../../../shared/corpus/tools/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder) : [];

interface Corpus {
  readonly tools?: readonly { readonly inputSchema?: JsonObject; readonly outputSchema?: JsonObject }[];
}

test.skipIf(files.length === 0)('types of real tools compile (skipped where ../shared is absent)', () => {
  const texts = new Map<string, string>();
  for (const file of files) {
    const { tools = [] } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Corpus;
    for (const [index, { inputSchema, outputSchema }] of tools.entries()) {
      for (const [side, schema] of [['input', inputSchema] as const, ['output', outputSchema] as const]) {
        if (schema === undefined) continue;
        const { declarations } = declareTypes({ schema, name: 'Tool', side, shared: new Map() });
        texts.set(`/tools/${file}/${index}.${side}.ts`, declarations.text);
      }
    }
  }
  expect(texts.size).toBeGreaterThan(2_500);
  expect([...typeErrors(texts)]).toEqual([]);
});

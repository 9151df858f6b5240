import { expect, test } from 'vitest';
import { declareTypes } from '../../src/types/declare-types.js';
import { corpusSchemas } from './support/corpora.js';
import { loadMeasure } from './support/measure.js';

const { typeErrors } = await loadMeasure();
const schemas = corpusSchemas();

test.skipIf(schemas.length === 0)('types of real tools compile (skipped where ../shared is absent)', () => {
  const texts = new Map<string, string>();
  for (const { place, side, schema } of schemas) {
    const { declarations } = declareTypes({ schema, name: 'Tool', side, shared: new Map() });
    texts.set(`/tools/${place}.ts`, declarations.text);
  }
  expect(texts.size).toBeGreaterThan(2_500);
  expect([...typeErrors(texts)]).toEqual([]);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.js';
import { applyCheck } from '../../src/runtime/schema-check.js';
import { validateSchema } from '../../src/runtime/validator.js';
import { mutationsOf, probeOf } from './probe.js';
import { bothModes, refusalOf } from './project.js';

interface Corpus {
  readonly tools?: readonly { readonly inputSchema?: JsonObject; readonly outputSchema?: JsonObject }[];
}

const folder = new URL('../../../shared/corpus/tools/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
/** One of so many schemas of each corpus, and the first: the rest are much like them. */
const SAMPLE = 6;
const MUTATIONS = 40;

test.skipIf(files.length === 0)(
  'real tools are judged alike in both modes (skipped where ../shared is absent)',
  async () => {
    const sample = files.flatMap((file) => {
      const { tools = [] } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Corpus;
      const schemas = tools.flatMap(({ inputSchema, outputSchema }) => [inputSchema, outputSchema]);
      return schemas.filter((schema) => schema !== undefined).filter((_, index) => index % SAMPLE === 0);
    });
    const schemas = sample.filter((schema) => refusalOf(schema).length === 0);
    // Nothing of a real server is refused for what its schema says; texts and names are another matter.
    expect(schemas.length / sample.length).toBeGreaterThan(0.97);

    let [accepted, refused, mutants] = [0, 0, 0];
    const differing: unknown[] = [];
    for (const { served, check } of await bothModes(schemas)) {
      const probe = probeOf(served as JsonObject, served as JsonObject);
      const values = [probe, ...mutationsOf(probe)].slice(0, MUTATIONS + 1);
      for (const [index, value] of values.entries()) {
        const lazy = validateSchema(served, value);
        if (JSON.stringify(lazy) !== JSON.stringify(applyCheck(check, value))) differing.push({ served, value });
        if (index === 0) accepted += Number(lazy.length === 0);
        else {
          mutants += 1;
          refused += Number(lazy.length > 0);
        }
      }
    }
    expect(differing).toEqual([]);
    // The probes are simple-minded; but if hardly any were valid, or no mutant invalid, this would prove nothing.
    expect(accepted / schemas.length).toBeGreaterThan(0.9);
    expect(refused / mutants).toBeGreaterThan(0.3);
  },
);

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { describeReasons } from '../../src/check/explain-flow.js';
import { feeds, feedsMapped, type Verdict } from '../../src/flow/flow.js';
import type { JsonObject, JsonValue } from '../../src/json.js';
import { validateSchema } from '../../src/runtime/validator.js';

/** Two schemas under a sentence on what they show; without `because` and `unproven` every value of the source fits. */
interface Pair {
  readonly name: string;
  readonly source: JsonObject;
  readonly target: JsonObject;
  readonly mapping?: readonly { from?: string; to: string; value?: JsonValue; default?: JsonValue }[];
  /** Why some value surely does not fit. */
  readonly because?: readonly string[];
  /** What could not be shown. */
  readonly unproven?: readonly string[];
}

const folder = new URL('pairs/', import.meta.url);
const files = readdirSync(folder).sort();
const isUpdating = process.env['UPDATE_GOLDEN'] === '1';

function readPairs(file: string): readonly Pair[] {
  return parseDocument(readFileSync(new URL(file, folder), 'utf8')).toJS({ maxAliasCount: -1 }) as readonly Pair[];
}

const pairs = files.flatMap((file) => readPairs(file).map((pair) => [`${file}: ${pair.name}`, pair] as const));

test.each(pairs)('%s', (_, pair) => {
  const verdict = judge(pair);
  expect(expectationOf(verdict)).toEqual({ because: pair.because ?? [], unproven: pair.unproven ?? [] });
  for (const { certain, example } of verdict.ok ? [] : verdict.reasons) {
    if (!certain || example === undefined) continue;
    expect(validateSchema(pair.target, example), JSON.stringify(example)).not.toEqual([]);
    if (pair.mapping === undefined) expect(validateSchema(pair.source, example)).toEqual([]);
  }
});

test('there are pairs of every kind, and no two with one name', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(70);
  expect(new Set(pairs.map(([name]) => name)).size).toBe(pairs.length);
});

test.runIf(isUpdating)('expectations are written', () => {
  for (const file of files) {
    const url = new URL(file, folder);
    const document: Document = parseDocument(readFileSync(url, 'utf8'));
    const all = readPairs(file);
    for (const [index, item] of (isSeq(document.contents) ? document.contents.items : []).entries()) {
      const pair = all[index];
      if (!isMap(item) || pair === undefined) continue;
      for (const [key, lines] of Object.entries(expectationOf(judge(pair)))) {
        if (lines.length === 0) item.delete(key);
        else item.set(key, document.createNode(lines));
      }
    }
    writeFileSync(url, document.toString({ lineWidth: 0, flowCollectionPadding: true }));
  }
});

function judge({ source: schema, target, mapping }: Pair): Verdict {
  if (mapping === undefined) return feeds(schema, target);
  const pieces = mapping.map(({ from, to, value, default: otherwise }) =>
    from === undefined
      ? { value: value ?? null, to }
      : { schema, from, to, source: 'result', ...(otherwise === undefined ? {} : { default: otherwise }) },
  );
  return feedsMapped(pieces, target);
}

function expectationOf(verdict: Verdict): { because: readonly string[]; unproven: readonly string[] } {
  const reasons = verdict.ok ? [] : verdict.reasons;
  const those = (isCertain: boolean) =>
    reasons
      .filter(({ certain }) => certain === isCertain)
      .flatMap((each) =>
        describeReasons([each]).map((line) => (each.piece === undefined ? line : `${each.piece}: ${line}`)),
      );
  return { because: those(true), unproven: those(false) };
}

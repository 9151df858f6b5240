import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import type { JsonPath, JsonValue } from '../../src/json.js';
import { defaultLimits } from '../../src/limits/limits.js';
import { parseYaml } from '../../src/source/parse-yaml.js';

const limits = defaultLimits;

function parse(text: string) {
  return parseYaml(new SourceFile('a.yaml', text), limits);
}

function readValue(text: string): JsonValue | undefined {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map((each) => each.message).join('; '));
  return parsed.value?.value;
}

const json = fc
  .jsonValue({ maxDepth: 4, stringUnit: 'grapheme' })
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonValue)
  .filter((value) => !JSON.stringify(value).includes('"__proto__"') && isExact(value));

/** Doubles beyond the safe integers read back equal, but their digits are refused: see exact-number.ts. */
function isExact(value: JsonValue): boolean {
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isExact);
}

test('JSON is YAML: every value reads back equal', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(0, 2), (value, indent) => {
      expect(readValue(JSON.stringify({ value }, undefined, indent))).toEqual({ value });
    }),
    { numRuns: 300 },
  );
});

test('every value reads back equal from block style', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(readValue(stringify({ value }))).toEqual({ value });
    }),
    { numRuns: 300 },
  );
});

test('the place of every scalar is the scalar’s own text', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = JSON.stringify({ value }, undefined, 2);
      const parsed = parse(text);
      if (!parsed.ok || parsed.value === undefined) throw new Error('does not parse');
      for (const [path, scalar] of scalars({ value })) {
        const { start, end } = parsed.value.locate(path);
        expect(JSON.parse(text.slice(start, end))).toEqual(scalar);
      }
    }),
    { numRuns: 200 },
  );
});

function* scalars(value: JsonValue, path: JsonPath = []): Generator<[JsonPath, JsonValue]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* scalars(item, [...path, index]);
  else for (const [key, member] of Object.entries(value)) yield* scalars(member, [...path, key]);
}

test('a key has a place of its own', () => {
  const text = 'tools:\n  - name: a\n    inputSchema: { type: object }\n';
  const parsed = parse(text);
  if (!parsed.ok || parsed.value === undefined) throw new Error('does not parse');
  const { start, end } = parsed.value.locate(['tools', 0, 'inputSchema', 'type'], 'key');
  expect([start, text.slice(start, end)]).toEqual([text.indexOf('type'), 'type']);
});

test.each([
  ['9007199254740991', 9007199254740991],
  ['-0.5', -0.5],
  ['0.10', 0.1],
  ['1e3', 1000],
  ['1.7976931348623157e308', Number.MAX_VALUE],
  ['0x1F', 31],
  ['no', 'no'],
  ['1:20', '1:20'],
  ['2026-01-01', '2026-01-01'],
])('%s is read as YAML 1.2 core reads it', (text, value) => {
  expect(readValue(`a: ${text}`)).toEqual({ a: value });
});

test.each([
  ['9007199254740993', 'yaml/number'],
  ['0.12345678901234567890', 'yaml/number'],
  ['1e400', 'yaml/number'],
  ['.nan', 'yaml/number'],
  ['-.inf', 'yaml/number'],
  ['!!str x', 'yaml/tag'],
  ['!foo x', 'yaml/tag'],
  ['*x', 'yaml/alias'],
  ['"\\uD800"', 'yaml/forbidden-character'],
  ['{ __proto__: 1 }', 'yaml/forbidden-key'],
  ['{ <<: { b: 1 } }', 'yaml/forbidden-key'],
  ['{ 1: a }', 'yaml/non-string-key'],
  ['{ [1]: a }', 'yaml/non-string-key'],
  ['{ b: 1, b: 2 }', 'yaml/duplicate-key'],
  ['{ b: 1, "b": 2 }', 'yaml/duplicate-key'],
])('a: %s is refused with %s', (text, code) => {
  const parsed = parse(`a: ${text}`);
  expect(parsed.ok).toBe(false);
  expect(parsed.diagnostics.map((each) => each.code)).toEqual([code]);
});

test('aliases copy, within their limit, and never around in a circle', () => {
  expect(readValue('a: &x { b: 1 }\nc: *x\n')).toEqual({ a: { b: 1 }, c: { b: 1 } });
  expect(parse('a: &x { b: *x }\n').ok).toBe(false);
  const many = `a: &x 1\n${Array.from({ length: 101 }, (_, i) => `k${i}: *x`).join('\n')}\n`;
  expect(parse(many).diagnostics.map((each) => each.code)).toEqual(['limits/exceeded']);
});

test('an alias bomb is refused in little time and memory', () => {
  const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}]`);
  const parsed = parse(`l0: &l0 lol\n${levels.join('\n')}\n`);
  expect(parsed.ok).toBe(false);
  expect(parsed.diagnostics[0]?.code).toBe('limits/exceeded');
});

test.each([40, 64, 65, 400, 700, 900, 100_000])(
  'nesting of %i is accepted or refused, and never overflows',
  (depth) => {
    const parsed = parse('['.repeat(depth) + ']'.repeat(depth));
    expect(parsed.ok).toBe(depth <= 64);
    if (!parsed.ok) expect(parsed.diagnostics.map((each) => each.code)).toEqual(['limits/exceeded']);
  },
);

import { runInNewContext } from 'node:vm';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { jsonLiteral, propertyKey, stringLiteral } from '../../../src/emit/code/literal.js';
import type { JsonValue } from '../../../src/json.js';

const hostile = [
  '',
  "'; process.exit(); '",
  `\`$${'{process.exit()}'}\``,
  '\\',
  "\\'",
  '\r\n\u0085\u2028\u2029',
  '\u0000\u0007\u001b[31m',
  '\u202eevil\u202c',
  '\ufeff\u200b\u{e0041}',
  '\ud800',
  '</script><!--',
  '*/ x /*',
  '日本 👩‍💻 é',
];

const evaluate = (code: string): unknown => JSON.parse(JSON.stringify(runInNewContext(`(${code})`)));

test.each(hostile)('%j comes back from its literal', (text) => {
  const code = stringLiteral(text).text;
  expect(runInNewContext(code)).toBe(text);
  expect(code).not.toMatch(/[\n\r\u0085\u2028\u2029\u202e\u200b\ufeff\ud800-\udbff](?![\udc00-\udfff])/u);
});

test.each(hostile)('%j comes back as a member name', (text) => {
  expect(Object.keys(runInNewContext(`({ ${propertyKey(text).text}: 1 })`) as object)).toEqual([text]);
});

const values: JsonValue[] = [
  null,
  true,
  -1.5,
  1e300,
  [],
  {},
  [[1, [2, 'x']], { a: null }],
  { constructor: 1, toString: 2, 'a-b': { c: hostile } },
  { list: Array.from({ length: 60 }, (_, index) => `item ${index}`) },
];

test.each(values)('%j comes back from its literal', (value) => {
  const code = jsonLiteral(value).text;
  expect(evaluate(code)).toEqual(value);
  expect(parseSync('x.ts', `export const x = ${code};`).errors).toEqual([]);
});

test('negative zero keeps its sign', () => {
  expect(Object.is(runInNewContext(jsonLiteral(-0).text), -0)).toBe(true);
});

test('what is not JSON, or cannot be a member, is our bug', () => {
  expect(() => jsonLiteral(Number.NaN)).toThrow('not a JSON number');
  expect(() => jsonLiteral(Number.POSITIVE_INFINITY)).toThrow('not a JSON number');
  expect(() => propertyKey('__proto__')).toThrow('__proto__');
});

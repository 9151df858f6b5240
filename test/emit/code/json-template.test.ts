import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonTemplate } from '../../../src/emit/code/json-template.js';
import type { JsonValue } from '../../../src/json.js';
import { json } from '../../../src/runtime/json-text.js';

/** What a generated module makes of it. */
const evaluate = (value: JsonValue): unknown => runInNewContext(`json${jsonTemplate(value).text}`, { json });

const hostile = [
  '`;process.exit();`',
  `$${'{process.exit()}'}`,
  `\\$${'{process.exit()}'}`,
  '\\`',
  '\\u0060',
  '\\',
  '"',
  '\r\n\u0085\u2028\u2029',
  '\u0000\u0007\u001b[31m',
  '\u202eevil\u202c',
  '\ufeff\u200b\u{e0041}',
  '\ud800',
  '</script><!--',
  '日本 👩‍💻 é',
];

test.each(hostile)('%j comes back, as a text and as a key, and hides nothing', (text) => {
  const value = { [text]: [text, { a: text }] };
  expect(evaluate(value)).toEqual(value);
  expect(jsonTemplate(value).text).not.toMatch(
    /[\r\u0085\u2028\u2029\u202e\u200b\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])/,
  );
});

test('every JSON value comes back', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), (value) => {
      expect(evaluate(value as JsonValue)).toEqual(value);
    }),
  );
});

test('it is laid out for reading, a member a line where one line is too narrow', () => {
  const long = 'x'.repeat(90);
  expect(jsonTemplate({ type: 'object', none: {}, properties: { a: { title: long } } }).text).toBe(
    `\`{
  "type": "object",
  "none": {},
  "properties": {
    "a": {
      "title": "${long}"
    }
  }
}\``,
  );
});

test('what is no JSON is refused', () => {
  expect(() => jsonTemplate(Number.POSITIVE_INFINITY)).toThrow('not a JSON number');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { readJson } from '../../src/import/read-json.js';

const read = (text: string) => readJson(new SourceFile('answer.json', text));

function refusal(text: string): string {
  const result = read(text);
  if (result.ok) throw new Error('accepted');
  const [found] = result.diagnostics;
  const position = found?.span?.file.positionAt(found.span.start);
  return `${position?.line}:${position?.column} ${found?.code} ${found?.message}`;
}

test('any JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 1, '\t'), (json, space) => {
      const text = JSON.stringify(JSON.parse(json), null, space);
      const result = read(text);
      expect(result.ok && result.value.value).toStrictEqual(JSON.parse(text));
    }),
  );
});

test('what JSON.parse refuses is refused, and the other way round', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '\\',
    '\\u00',
    '\n',
    ' ',
    '0',
    '01',
    '-',
    '1.',
    'e5',
    'true',
    'nul',
    '\u0001',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      expect(read(text).ok).toBe(accepts(text));
    }),
    { numRuns: 3000 },
  );
});

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['', '1:1 import/not-json this is not JSON: it is empty'],
  ['{\n  "a": 1,\n}', '3:1 import/not-json this is not JSON: "}" stands where a key in double quotes is expected'],
  ['[1 2]', '1:4 import/not-json this is not JSON: "2" stands where `,` or `]` is expected'],
  ['[1', '1:3 import/not-json this is not JSON: the text ends where `,` or `]` is expected'],
  ['["a\nb"]', '1:4 import/not-json this is not JSON: a control character stands in a string without an escape'],
  ['["a', '1:2 import/not-json this is not JSON: the text ends inside a string'],
  ['["\\x"]', '1:3 import/not-json this is not JSON: a backslash in a string starts no escape that JSON knows'],
  ['{} {}', '1:4 import/not-json this is not JSON: "{" stands where the end is expected'],
])('%j is refused with its place', (text, message) => {
  expect(refusal(text)).toBe(message);
});

test('nesting of 200 is read, and one more is refused, however much more follows', () => {
  expect(read('['.repeat(200) + ']'.repeat(200)).ok).toBe(true);
  expect(refusal('['.repeat(1_000_000))).toBe('1:201 import/too-large nesting of the JSON: 201, and the limit is 200');
});

test('rounded numbers and repeated keys are found with their places; exact ones are not', () => {
  const result = read('{"a":[1.0,1e2,0.1,9007199254740993],"b":1e-400,"b":1.7976931348623157e308}');
  expect(result.ok && result.value.losses.map(({ kind, path }) => [kind, path.join('/')])).toEqual([
    ['number', 'a/3'],
    ['number', 'b'],
    ['duplicate-key', 'b'],
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importTools } from '../../src/import/import-tools.js';
import { toYaml } from '../../src/import/to-yaml.js';
import type { JsonValue } from '../../src/json.js';

const nothing = { tools: new Map<string, string>(), files: new Set<string>() };

/** What YAML treats specially, in every place of a text. */
const morsels = [
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\u001b',
  '\ud800',
  '\u00a0',
  '\u200d',
  ': ',
  ' #',
  '#',
  '-',
  '- ',
  '---',
  '...',
  '?',
  '|',
  '>',
  '&a',
  '*a',
  '!t',
  '%',
  '@',
  '`',
  "'",
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  '=',
  '<<',
  '~',
  'null',
  'yes',
  'No',
  'ON',
  'true',
  '1.0',
  '0x1F',
  '1e3',
  '1_000',
  '12:30:45',
  '2020-01-01',
  '.inf',
  '.NaN',
  'word',
  'a rather long sentence that will have to be folded somewhere',
  '👩‍👩‍👧',
  'é',
  '\u{e0041}',
  '\u{10ffff}',
  '\u202e',
  '$ref',
  '__proto',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...morsels), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom('words', 'of', 'a', 'text', ' ', '\n'), { maxLength: 80 }).map((words) => words.join(' ')),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger());
const key = text.filter((each) => each !== '__proto__');
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

test('any JSON reads back as itself', () => {
  fc.assert(
    fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), (object) => {
      const yaml = toYaml(object, 'heading');
      expect(parse(yaml, { schema: 'core', version: '1.2' })).toStrictEqual(object);
    }),
    { numRuns: 1000 },
  );
});

test('a YAML 1.1 reader reads the same', () => {
  fc.assert(
    fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), (object) => {
      expect(parse(toYaml(object, 'heading'), { schema: 'yaml-1.1', version: '1.1' })).toStrictEqual(object);
    }),
    { numRuns: 1000 },
  );
});

test('a tool with any texts and schemas reads back as it was', () => {
  const tool = fc.record(
    {
      name: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/),
      inputSchema: fc
        .dictionary(key, value, { maxKeys: 4, noNullPrototype: true })
        .map((schema) => ({ ...schema, type: 'object' })),
      title: text,
      description: text,
      _meta: fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }),
    },
    { requiredKeys: ['name', 'inputSchema'], noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.uniqueArray(tool, { selector: ({ name }) => name, minLength: 1, maxLength: 4 }), (tools) => {
      const { files } = importTools(tools as unknown as JsonValue, nothing, { heading: 'heading' });
      expect(files.flatMap((file) => parse(file.text).tools)).toStrictEqual(tools);
    }),
    { numRuns: 500 },
  );
});

test('no character that a reader cannot see stands in the text itself', () => {
  fc.assert(
    fc.property(text, (content) => {
      const yaml = toYaml({ [content]: content, list: [content], flow: { content } }, 'heading');
      expect(yaml.replace(/\p{Extended_Pictographic}\u200d/gu, '')).not.toMatch(/[^\P{C}\n\t]|[\u2028\u2029]/u);
    }),
    { numRuns: 1000 },
  );
});

import { parseSync } from 'oxc-parser';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { docComment } from '../../../src/emit/code/comment.js';

const hostile = [
  '*/ export const x = 1; /*',
  '* /',
  '*\u200b/ x',
  'a\r*/\rexport const x = 1;',
  'a\u2028export const x = 1;\u2029b\u0085c\vd\fe',
  '@deprecated {@link evil} }{',
  '\u202e/* \u2066x\u2069',
  '**/',
  '/**/ /***/',
  '\ud800\u0000',
  '`*/ export const x = 1; /*`',
  '`{@link evil} @deprecated` @deprecated',
  '`a\u2028*/`',
  `${'`'}${'x '.repeat(200)}@deprecated */${'`'}`,
];

test.each(hostile)('%j stays in its comment', (text) => {
  for (const code of [
    docComment(text),
    docComment(undefined, [{ name: 'default', text }]),
    docComment(text, [{ name: 'example', text }]),
  ]) {
    const { program, comments, errors } = parseSync('x.ts', `${code.text}\nexport type X = 1;`);
    expect(errors).toEqual([]);
    expect(program.body).toHaveLength(1);
    expect(comments).toHaveLength(1);
    expect(code.text).not.toMatch(/[\r\v\f\u0085\u2028\u2029\u202e\u2066\u200b\u0000]/u);
  }
});

test('tags and inline tags of the text lose their meaning', () => {
  expect(docComment('@deprecated {@link x}').text).toBe('/** \\@deprecated \\{\\@link x\\} */');
  expect(docComment('mail me@example.org').text).toBe('/** mail me@example.org */');
});

test('TypeScript finds no tag and no link in a text, in code spans neither', () => {
  for (const text of hostile) {
    const { statements } = ts.createSourceFile('x.ts', `${docComment(text).text}\nexport type X = 1;`, 99, true);
    const [comment, ...others] = ts.getJSDocCommentsAndTags(statements[0] ?? ts.factory.createNull());
    expect(others).toEqual([]);
    expect(comment !== undefined && ts.isJSDoc(comment) ? comment.tags : undefined).toBeUndefined();
    expect(['undefined', 'string']).toContain(typeof comment?.comment);
  }
});

test('braces stay as they are in a code span, which is never broken', () => {
  expect(docComment('Pattern: `^a{0,8}$` of {x}').text).toBe('/** Pattern: `^a{0,8}$` of \\{x\\} */');
  expect(docComment('`{`} and `{').text).toBe('/** `{`\\} and `\\{ */');
  const span = `${'`'}${'{x} '.repeat(20)}${'`'}`;
  const words = 'word '.repeat(12);
  expect(docComment(words + span + words).text.split('\n')[2]).toContain(span);
});

test('lines, paragraphs and tags', () => {
  const code = docComment('\n\nOne\n\n\nTwo\n', [
    { name: 'default', text: '1' },
    { name: 'deprecated', text: '' },
  ]);
  expect(code.text.split('\n')).toEqual(['/**', ' * One', ' *', ' * Two', ' * @default 1', ' * @deprecated', ' */']);
});

test('nothing to say is no comment', () => {
  expect(docComment(undefined).text).toBe('');
  expect(docComment('\n \n').text).toBe('');
});

test('an emoji of several stays whole, and a joiner elsewhere is shown', () => {
  const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
  expect(docComment(`${family} a\u200db`).text).toBe(`/** ${family} aU+200Db */`);
});

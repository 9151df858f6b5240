import { expect, test } from 'vitest';
import { assertWellFormed } from '../../../src/emit/code/gate.js';
import { type EmittedFile, joinPieces } from '../../../src/emit/emitted-file.js';

function generated(text: string, more: Partial<EmittedFile> = {}): EmittedFile {
  return { path: 'generated/a.ts', kind: 'generated', text, ...more };
}

const head = "// Generated.\nimport type { A } from './a.js';\nimport { b } from './b.js';\n\n";

test.each([
  ['nothing', ''],
  ['comments', '// one\n/* two */\n'],
  ['types', `${head}/** A. */\nexport interface C { a: A }\n\nexport type D = 'd' | C;\n`],
  ['values and functions', `${head}export const c = b;\nexport function d(): void { b(); }\n`],
  ['what others export', "export * from './a.js';\nexport { b as c } from './b.js';\n"],
  ['what was imported', `${head}export { b };\n\nexport type { A, A as B };\n`],
  ['what is not exported', `${head}const c = b;\ninterface D { a: A }\ntype E = D;\nfunction f(): E { return c; }\n`],
])('%s may stand in a module', (_, text) => {
  expect(() => assertWellFormed([generated(text)])).not.toThrow();
});

test.each([
  ['a call', `${head}b();\n`, 'ExpressionStatement'],
  ['a call after exports', `${head}export const c = 1;\nb();\n`, 'ExpressionStatement'],
  ['a call between exports', `${head}export { b };\nb();\nexport type { A };\n`, 'ExpressionStatement'],
  ['a call behind a comment', `${head}/* fine */ b();\n`, 'ExpressionStatement'],
  ['a call before everything', `b();\n${head}`, 'ExpressionStatement'],
  ['a default export', `${head}export default b();\n`, 'ExportDefaultDeclaration'],
  ['a class', 'class C { static { fetch("/"); } }\n', 'ClassDeclaration'],
  ['a block', `${head}{ b(); }\n`, 'BlockStatement'],
  ['an empty statement', `${head};\n`, 'EmptyStatement'],
])('%s may not', (_, text, what) => {
  expect(() => assertWellFormed([generated(text)])).toThrow(`generated/a.ts would hold a ${what} at its top`);
});

test('what cannot be parsed is named', () => {
  expect(() => assertWellFormed([generated('export const a = ;\n')])).toThrow('generated/a.ts would not parse');
});

test('pieces are looked at one by one, and have to be what the text is made of', () => {
  const pieces = ['export const a = 1;', '// b\nexport const b = 2;'];
  expect(() => assertWellFormed([generated('', joinPieces(pieces))])).not.toThrow();
  expect(() => assertWellFormed([generated('', joinPieces([...pieces, 'a();']))])).toThrow('ExpressionStatement');
  expect(() => assertWellFormed([generated('a();\n', { pieces })])).toThrow('is not what its pieces are');
  // Each is a module by itself: a comment that one opens, another cannot close.
  expect(() => assertWellFormed([generated('', joinPieces(['export const a = 1; /*', '*/']))])).toThrow(
    'would not parse',
  );
});

test('other files, and those that ship with mcpgen, are not looked at', () => {
  const odd = 'this is ( no module';
  expect(() => assertWellFormed([generated(odd, { path: 'generated/a.json' })])).not.toThrow();
  expect(() => assertWellFormed([generated(odd, { shipped: true })])).not.toThrow();
});

import { expect, test } from 'vitest';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { inspectFile } from '../../src/handlers/inspect-file.js';
import { place } from './support.js';

function inspect(text: string) {
  const found = inspectFile(new SourceFile('h.ts', text));
  if ('problem' in found) throw new Error(found.problem);
  return found;
}

test.each([
  ["export const tool = 'a';", 'a'],
  ['export const tool = "a" as const', 'a'],
  ["export const tool: string = ('a') satisfies string;", 'a'],
  ['export const tool = `a`;', 'a'],
  ["export const x = 1, tool = 'a\\u0062';", 'ab'],
  ["const mine = 'a'; export { mine as tool };", 'a'],
  ["export const tool = '';", ''],
])('%s names its tool', (text, name) => {
  expect(inspect(text).markers.tool).toMatchObject({ kind: 'literal', name });
});

test.each([
  'export const tool = NAME;',
  `export const tool = \`a\${1}\`;`,
  "export let tool = 'a';",
  "export { tool } from './names.js';",
  "import { tool } from './names.js'; export { tool };",
  'export function tool() {}',
  "export const { tool } = { tool: 'a' };",
  'export const tool = 1;',
])('%s would have to be run', (text) => {
  expect(inspect(text).markers.tool?.kind).toBe('computed');
});

test.each(["const tool = 'a';", "export type tool = 'a';", "export declare const tool: 'a';", 'export default 1;', ''])(
  '%s names none',
  (text) => {
    expect(inspect(text).markers.tool).toBe(undefined);
  },
);

test.each([
  ['export default 1;', true],
  ['export default function f(): void {}', true],
  ['const a = 1; export { a as default };', true],
  ["export { default } from './a.js';", true],
  ['export default interface A {}', false],
  ["export type { A as default } from './a.js';", false],
  ["export * from './a.js';", false],
])('%s has a default export: %s', (text, hasDefault) => {
  expect(inspect(text).hasDefault).toBe(hasDefault);
});

test.each(['', '\ufeff', '// é😀 ✓\r\n'])('spans point at the literal behind %j', (before) => {
  const { tool } = inspect(`${before}export const x = '😀'; export const tool = 'a';`).markers;
  expect(tool?.kind === 'literal' && tool.span.file.text.slice(tool.span.start, tool.span.end)).toBe("'a'");
});

test('a syntax error is found where it is, also behind text outside ASCII', () => {
  const found = inspectFile(new SourceFile('h.ts', "// 😀é\nconst a = '😀' +;\n"));
  expect('problem' in found && place(found.span)).toBe('h.ts:2:17 ;');
});

import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { templateType } from '../../../src/emit/code/template-type.js';

test('texts with any string between', () => {
  expect(templateType(['x-', '']).text).toBe('`x-$' + '{string}`');
});

test.each(['`; export const x = 1; `', '$' + '{process.exit()}', '\\', '\\`', '$', '\r\n\u2028', "'", '\ud800'])(
  '%j stays in its template',
  (text) => {
    const code = templateType([text, text]).text;
    const { program, errors } = parseSync('x.ts', `export type X = ${code};`);
    expect(errors).toEqual([]);
    expect(program.body).toHaveLength(1);
    const [statement] = program.body;
    const declaration = statement?.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
    const type = declaration?.type === 'TSTypeAliasDeclaration' ? declaration.typeAnnotation : undefined;
    const texts = type?.type === 'TSTemplateLiteralType' ? type.quasis.map(({ value }) => value.cooked) : [];
    expect(texts).toEqual(text === '\ud800' ? [expect.any(String), expect.any(String)] : [text, text]);
  },
);

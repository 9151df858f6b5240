import { expect, test } from 'vitest';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { inspectFile } from '../../src/handlers/inspect-file.js';
import { type Files, model, plan, tool, written } from './support.js';

const path = 'src/handlers/create_ticket.ts';
const of = model(tool('create_ticket', { title: 'Create a ticket' }));

async function completed(text: string, others: Files = {}): Promise<string> {
  const planned = await plan(of, { ...others, [path]: text });
  expect(planned.files).toMatchObject([{ path, kind: 'completed' }]);
  return planned.files[0]?.text ?? '';
}

const importLine = "import type { CreateTicketHandler } from '../../generated/server/handler.js';\n";
const toolLine = "export const tool = 'create_ticket';\n";
const stub = `/** Create a ticket */
const createTicketHandler: CreateTicketHandler = async (_input, ctx) => ctx.notImplemented();

export default createTicketHandler;
`;

test('a handler that does not say its tool is told to, at its end', async () => {
  const text = "import x from './x.js'; // keep\n\nexport default   x;\n";
  expect(await completed(text)).toBe(`${text}\n${toolLine}`);
});

test.each([
  `import x from './x.js'; // keep\n\n${toolLine}const y  = x;`,
  toolLine,
  `#!/usr/bin/env node\n// licence\n\n'use strict';\n${toolLine}`,
  `import x from './x.js'; ${toolLine}`,
])('a file without a handler gets a stub below what is there: %j', async (text) => {
  expect(await completed(text)).toBe(`${text}${text.endsWith('\n') ? '' : '\n'}\n${importLine}\n${stub}`);
});

test('an empty file becomes the whole stub', async () => {
  expect(await completed('')).toBe(`${importLine}\n${toolLine}\n${stub}`);
  expect(await completed('\n')).toBe(`\n\n${importLine}\n${toolLine}\n${stub}`);
});

test('line ends and a byte order mark stay what they are', async () => {
  const text = "\ufeffimport x from './x.js';\r\nx();\r\n";
  const crlf = (added: string): string => added.replaceAll('\n', '\r\n');
  expect(await completed(text)).toBe(`${text}${crlf(`\n${importLine}\n${toolLine}\n${stub}`)}`);
});

test('names of the author are left to the author', async () => {
  const text = await completed(
    "import { CreateTicketHandler } from './mine.js';\nconst tool = new CreateTicketHandler();\nfunction createTicketHandler() { return tool; }\n",
  );
  expect(text).toContain('import type { CreateTicketHandler as CreateTicketHandler2 } from ');
  expect(text).toContain("const toolName = 'create_ticket';\nexport { toolName as tool };\n");
  expect(text).toContain('const createTicketHandler2: CreateTicketHandler2 = ');
  expect(text).toContain('export default createTicketHandler2;');
});

test('a member of that name takes nothing away', async () => {
  const text = 'export default (_: unknown, ctx: X) => ({ tool: ctx.tool });\n';
  expect(await completed(text)).toBe(`${text}\n${toolLine}`);
});

test('a type that is imported already is used', async () => {
  const aliased = importLine.replace('{ CreateTicketHandler }', '{ CreateTicketHandler as H }');
  expect(await completed(importLine)).toBe(`${importLine}\n${toolLine}\n${stub}`);
  expect(await completed(aliased)).toBe(`${aliased}\n${toolLine}\n${stub.replace(': CreateTicketHandler', ': H')}`);
});

test('a file elsewhere that names its tool and has no handler gets one, with its own way to the types', async () => {
  const planned = await plan(of, { 'src/handlers/deep/x.ts': toolLine });
  expect(planned.files).toEqual([
    {
      path: 'src/handlers/deep/x.ts',
      kind: 'completed',
      text: `${toolLine}\n${importLine.replace('../../', '../../../')}\n${stub}`,
    },
  ]);
});

test('what was completed is complete', async () => {
  const text = await completed('// 😀 only a comment');
  expect((await plan(of, { [path]: text })).files).toEqual([]);
});

test.each([
  'const a = `x\n\n  y`',
  'foo()\n\t// tail',
  '/* tail */',
  'const re = /[/\\]]/g\n',
  'label: for (;;) break label\n\n\n',
  "export * from './x.js'",
  'namespace A { export const tool = 1 }\n',
  'let a = b\n++c\n',
])('whatever the file ends with, it is completed and keeps every line: %j', async (text) => {
  const result = await completed(text);
  const read = inspectFile(new SourceFile(path, result));
  expect(read).toMatchObject({ hasDefault: true, markers: { tool: { kind: 'literal', name: 'create_ticket' } } });
  expect(result.startsWith(text)).toBe(true);
});

test('files that lack nothing are not touched beside one that does', async () => {
  const planned = await plan(model(tool('create_ticket'), tool('b')), {
    [path]: '',
    'src/handlers/b.ts': written('b'),
  });
  expect(planned.files.map((each) => each.path)).toEqual([path]);
});

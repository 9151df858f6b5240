import { expect, test } from 'vitest';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { emitStub } from '../../src/handlers/emit-stub.js';
import { inspectFile, parseModule } from '../../src/handlers/inspect-file.js';
import { handled, model, plan, tool } from './support.js';

const createTicket = tool('create_ticket', {
  title: 'Create a ticket',
  description: 'Opens a ticket. Notifies the team.',
});

test('a tool without a file gets a typed stub in its place', async () => {
  const planned = await plan(model(createTicket), {});
  expect(planned.files).toEqual([
    {
      path: 'src/handlers/create_ticket.ts',
      kind: 'once',
      text: `import type { CreateTicketHandler } from '../../generated/server/handler.js';

export const tool = 'create_ticket';

/** Create a ticket */
const createTicketHandler: CreateTicketHandler = async (_input, ctx) => ctx.notImplemented();

export default createTicketHandler;
`,
    },
  ]);
  expect([...planned.bindings.tool]).toEqual([['create_ticket', 'src/handlers/create_ticket.ts']]);
});

test('the first sentence stands in for a title, and without both there is no comment', () => {
  const { title: _, ...untitled } = createTicket;
  expect(emitStub(model(untitled), handled(untitled)).text).toContain('/** Opens a ticket. */\nconst');
  const bare = tool('ping');
  expect(emitStub(model(bare), handled(bare)).text).not.toContain('/*');
});

test('an abbreviation with a dot inside does not end the first sentence, an empty line does', () => {
  const versions = tool('v', { description: 'Uses Node.js 20\n\nand more.' });
  expect(emitStub(model(versions), handled(versions)).text).toContain('/** Uses Node.js 20 */');
});

test.each(['delete', 'fetch', 'default', 'Promise', 'tool'])('a tool called %s hides nothing in its stub', (name) => {
  const text = emitStub(model(tool(name)), handled(tool(name))).text;
  expect(text).toMatch(/^const \w+Handler: \w+Handler = /m);
  expect(inspectFile(new SourceFile('x.ts', text))).toMatchObject({
    hasDefault: true,
    markers: { tool: { kind: 'literal', name } },
  });
});

test('a name that is the same in both cases does not collide with its own type', () => {
  const same = tool('_3d', { names: { file: '_3d', camel: '_3d', pascal: '_3d' } });
  expect(emitStub(model(same), handled(same)).text).toContain('const _3dHandler2: _3dHandler =');
});

test('hostile text stays text', () => {
  const hostile = tool('x', { title: `*/ process.exit(1) /* \u2028 '; \`\${a}\`` });
  const parsed = parseModule(new SourceFile('x.ts', emitStub(model(hostile), handled(hostile)).text));
  expect(parsed.errors).toEqual([]);
  expect(parsed.program.body.map((each) => each.type)).toEqual([
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'VariableDeclaration',
    'ExportDefaultDeclaration',
  ]);
});

test('paths follow the project, whatever its folders are', () => {
  const { paths } = model(createTicket);
  const of = { ...model(createTicket), paths: { ...paths, output: 'src/gen', handlers: 'src' } };
  expect(emitStub(of, handled(createTicket))).toMatchObject({
    path: 'src/create_ticket.ts',
    text: expect.stringContaining("from './gen/server/handler.js';"),
  });
});

import { expect, test } from 'vitest';
import { emitHandlerBindings } from '../../src/handlers/emit-bindings.js';
import { findings, model, objectWith, plan, tool, written } from './support.js';

const schemas = { inputSchema: objectWith('subject'), outputSchema: objectWith('id') };
const renamed = tool('open_ticket', schemas);

/** `contract.json` as the last build left it. */
function contract(...tools: readonly unknown[]): string {
  return JSON.stringify({ tools });
}

const before = {
  'generated/contract.json': contract({ name: 'create_ticket', ...schemas, description: 'Other words.' }),
  'src/handlers/create_ticket.ts': written('create_ticket'),
};

test('a renamed tool keeps its handler: no stub, one warning', async () => {
  const planned = await plan(model(renamed), before);
  expect(planned).toMatchObject({ files: [], kept: [] });
  expect(planned.bindings.tool.get('open_ticket')).toBe('src/handlers/create_ticket.ts');
  expect(planned.warnings).toMatchObject([
    {
      code: 'handlers/renamed',
      severity: 'warning',
      message: expect.stringContaining('it serves "open_ticket"'),
      span: { start: 20, end: 35 },
    },
  ]);
});

test('the next build, whose contract has only the new name, says and binds the same', async () => {
  const first = await plan(model(renamed), before);
  const bindings = emitHandlerBindings(model(renamed), first.bindings);
  const after = {
    ...before,
    'generated/contract.json': contract({ ...renamed }),
    [bindings.path]: bindings.text,
  };
  expect(await plan(model(renamed), after)).toEqual(first);
});

test('once the author says the new name, nothing is left to report', async () => {
  const planned = await plan(model(renamed), { ...before, 'src/handlers/create_ticket.ts': written('open_ticket') });
  expect(planned).toMatchObject({ files: [], kept: [], warnings: [] });
});

test('members may stand in another order', async () => {
  const { inputSchema, outputSchema } = schemas;
  const turned = {
    outputSchema: { properties: outputSchema['properties'], type: 'object' },
    inputSchema,
    name: 'create_ticket',
  };
  const planned = await plan(model(renamed), { ...before, 'generated/contract.json': contract(turned) });
  expect(planned.files).toEqual([]);
});

test.each([
  ['another input', contract({ name: 'create_ticket', ...schemas, inputSchema: objectWith('title') })],
  ['another output', contract({ name: 'create_ticket', ...schemas, outputSchema: objectWith('key') })],
  ['no output', contract({ name: 'create_ticket', inputSchema: schemas.inputSchema })],
  [
    'one member more',
    contract({ name: 'create_ticket', ...schemas, inputSchema: { ...schemas.inputSchema, title: '' } }),
  ],
  ['another tool', contract({ name: 'x', ...schemas })],
  ['no contract', ''],
  ['no object', '[]'],
  ['no list', '{"tools":{}}'],
  ['odd tools', '{"tools":[null,1,"x",[],{},{"name":1},{"name":"create_ticket","inputSchema":[]}]}'],
  ['bottomless', `{"tools":[{"name":"create_ticket","inputSchema":${'['.repeat(5000)}${']'.repeat(5000)}}]}`],
])('with %s it is an orphan and a new tool', async (_, text) => {
  const planned = await plan(model(renamed), { ...before, 'generated/contract.json': text });
  expect(planned.files).toMatchObject([{ path: 'src/handlers/open_ticket.ts', kind: 'once' }]);
  expect(planned.kept).toEqual(['src/handlers/create_ticket.ts']);
  expect(planned.warnings.map((each) => each.code)).toEqual(['handlers/orphan']);
});

test('two new tools with these schemas, or two orphans, are too many to tell', async () => {
  const two = await plan(model(renamed, tool('add_ticket', schemas)), before);
  expect(two.files.map((each) => each.path)).toEqual(['src/handlers/add_ticket.ts', 'src/handlers/open_ticket.ts']);
  const orphans = await plan(model(renamed), { ...before, 'src/handlers/copy.ts': written('create_ticket') });
  expect(orphans.files.map((each) => each.path)).toEqual(['src/handlers/open_ticket.ts']);
  expect(orphans.kept).toEqual(['src/handlers/copy.ts', 'src/handlers/create_ticket.ts']);
});

test('a tool that has a handler takes no orphan', async () => {
  const planned = await plan(model(renamed), { ...before, 'src/handlers/open_ticket.ts': written('open_ticket') });
  expect(planned.bindings.tool.get('open_ticket')).toBe('src/handlers/open_ticket.ts');
  expect(planned.warnings.map((each) => each.code)).toEqual(['handlers/orphan']);
});

test('a file without a default export is no handler to keep', async () => {
  const planned = await plan(model(renamed), {
    ...before,
    'src/handlers/create_ticket.ts': "export const tool = 'create_ticket';",
  });
  expect(planned.files).toMatchObject([{ path: 'src/handlers/open_ticket.ts' }]);
});

test('a file in the new tool’s own place is mended by its author', async () => {
  const { 'src/handlers/create_ticket.ts': moved, ...rest } = before;
  expect(await findings(model(renamed), { ...rest, 'src/handlers/open_ticket.ts': moved })).toEqual([
    "warning handlers/orphan src/handlers/open_ticket.ts:1:21 'create_ticket'",
    "error handlers/taken src/handlers/open_ticket.ts:1:21 'create_ticket'",
  ]);
});

test.each([
  '',
  'not {{ typescript',
  'export const handlers = 1;',
  'export const handlers = { tools: 1 };',
  'export const handlers = { tools: { [x]: y, ...z, "open_ticket": w } };',
])('previous bindings that say nothing are no obstacle: %s', async (text) => {
  const planned = await plan(model(renamed), { ...before, 'generated/server/handlers.ts': text });
  expect(planned.warnings.map((each) => each.code)).toEqual(['handlers/renamed']);
});

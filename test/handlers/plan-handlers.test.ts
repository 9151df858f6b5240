import { expect, test } from 'vitest';
import { planHandlers } from '../../src/handlers/plan-handlers.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { findings, model, plan, tool, written } from './support.js';

const a = tool('a');
const b = tool('b');

test('a file may have any name and depth: what it says decides', async () => {
  const planned = await plan(model(a, b), {
    'src/handlers/deep/er/first.ts': written('a'),
    'src/handlers/b.ts': written('b'),
  });
  expect(planned.files).toEqual([]);
  expect([...planned.bindings.tool]).toEqual([
    ['a', 'src/handlers/deep/er/first.ts'],
    ['b', 'src/handlers/b.ts'],
  ]);
});

test('planning writes nothing, and a project without the folder is fine', async () => {
  const host = createMemoryHost({});
  const before = host.snapshot();
  const result = await planHandlers(host, model(a));
  expect(result.ok && result.value.files.map((each) => each.path)).toEqual(['src/handlers/a.ts']);
  expect(host.snapshot()).toEqual(before);
});

test('helpers, tests, declarations and other files are the author’s affair', async () => {
  const planned = await plan(model(a), {
    'src/handlers/a.ts': written('a'),
    'src/handlers/helper.ts': 'export default 1;',
    'src/handlers/deep/a.ts': 'export const help = 1;',
    'src/handlers/hammer.ts': 'export const tool = forge();',
    'src/handlers/a.test.ts': "export const tool = 'a';",
    'src/handlers/a.spec.ts': 'not even {{ typescript',
    'src/handlers/types.d.ts': "export const tool = 'z';",
    'src/handlers/notes.md': '# hm',
    'src/handlers/old.js': "export const tool = 'z';",
  });
  expect(planned).toMatchObject({ files: [], kept: [], warnings: [] });
});

test('a tool whose own file is called like a test has it there', async () => {
  const planned = await plan(model(tool('run.test')), { 'src/handlers/run.test.ts': written('run.test') });
  expect(planned.files).toEqual([]);
});

test('a file that says nothing is no rival of the one that names its tool', async () => {
  const planned = await plan(model(a), { 'src/handlers/a.ts': 'export default 1;', 'src/handlers/z.ts': written('a') });
  expect(planned.files).toEqual([]);
  expect(planned.bindings.tool.get('a')).toBe('src/handlers/z.ts');
});

test('two files for one tool: the error shows both', async () => {
  const result = await planHandlers(
    createMemoryHost({ 'src/handlers/a.ts': written('a'), 'src/handlers/x.ts': `// é😀\n${written('a')}` }),
    model(a),
  );
  expect(result.ok).toBe(false);
  expect(result.diagnostics).toMatchObject([
    {
      code: 'handlers/duplicate',
      severity: 'error',
      message: 'src/handlers/x.ts and src/handlers/a.ts both implement "a"',
      span: { file: { path: 'src/handlers/x.ts' }, start: 27, end: 30 },
      related: [{ span: { file: { path: 'src/handlers/a.ts' }, start: 20, end: 23 } }],
    },
  ]);
});

test('three files for one tool are two findings', async () => {
  const files = {
    'src/handlers/1.ts': written('a'),
    'src/handlers/2.ts': written('a'),
    'src/handlers/3.ts': written('a'),
  };
  expect(await findings(model(a), files)).toEqual([
    "error handlers/duplicate src/handlers/2.ts:1:21 'a'",
    "error handlers/duplicate src/handlers/3.ts:1:21 'a'",
  ]);
});

test('a file in the place of one tool that implements another: the first has nowhere to go', async () => {
  expect(await findings(model(a, b), { 'src/handlers/a.ts': written('b') })).toEqual([
    "error handlers/taken src/handlers/a.ts:1:21 'b'",
  ]);
});

test('two files may have changed places', async () => {
  const planned = await plan(model(a, b), { 'src/handlers/a.ts': written('b'), 'src/handlers/b.ts': written('a') });
  expect([...planned.bindings.tool.values()]).toEqual(['src/handlers/b.ts', 'src/handlers/a.ts']);
});

test('a file in the place of a tool that names an unknown one is an orphan in the way', async () => {
  expect(await findings(model(a), { 'src/handlers/a.ts': written('typo') })).toEqual([
    "warning handlers/orphan src/handlers/a.ts:1:21 'typo'",
    "error handlers/taken src/handlers/a.ts:1:21 'typo'",
  ]);
});

test('the handler of a removed tool stays and is reported', async () => {
  const planned = await plan(model(a), { 'src/handlers/a.ts': written('a'), 'src/handlers/gone.ts': written('gone') });
  expect(planned.kept).toEqual(['src/handlers/gone.ts']);
  expect(planned.files).toEqual([]);
  expect(planned.warnings).toMatchObject([
    { code: 'handlers/orphan', message: 'src/handlers/gone.ts implements "gone", which no manifest declares' },
  ]);
});

test('a tool that only running the file would tell is an error in a tool’s place and a warning elsewhere', async () => {
  const computed = 'export const tool = NAME;\nexport default async () => ({});\n';
  expect(await findings(model(a), { 'src/handlers/a.ts': computed, 'src/handlers/x.ts': computed })).toEqual([
    'error handlers/not-literal src/handlers/a.ts:1:21 NAME',
    'warning handlers/not-literal src/handlers/x.ts:1:21 NAME',
  ]);
});

test('every file that is no TypeScript is reported, once', async () => {
  const files = {
    'src/handlers/a.ts': 'export const a = ;\n',
    'src/handlers/b.ts': new Uint8Array([0x2f, 0x2f, 0xff]),
    'src/handlers/c.ts': '// é😀\nlet x = {',
  };
  expect(await findings(model(a, b), files)).toEqual([
    'error handlers/syntax src/handlers/a.ts:1:18 ;',
    'error handlers/syntax src/handlers/b.ts:1:1',
    'error handlers/syntax src/handlers/c.ts:2:10',
  ]);
});

test('a link or folder in a tool’s place is an error, and no link is followed', async () => {
  const host = createMemoryHost({ 'elsewhere.ts': written('a'), 'src/handlers/b.ts/readme.md': '' });
  host.addLink('src/handlers/a.ts', '../../elsewhere.ts');
  const result = await planHandlers(host, model(a, b));
  expect(result.diagnostics.map((each) => `${each.code}: ${each.message}`)).toEqual([
    'handlers/not-a-file: src/handlers/a.ts is where the handler of "a" belongs, and it is a symbolic link',
    'handlers/not-a-file: src/handlers/b.ts is where the handler of "b" belongs, and it is a folder',
  ]);
});

test('a handlers folder that cannot be listed, and a file that cannot be read, are findings', async () => {
  const linked = createMemoryHost({ 'elsewhere/a.ts': written('a') });
  linked.addLink('src/handlers', '../elsewhere');
  const result = await planHandlers(linked, model());
  expect(result.diagnostics).toMatchObject([
    { code: 'project/unreadable', message: expect.stringContaining('src/handlers') },
  ]);
});

test('a file whose name differs only in case is the one a stub would meet', async () => {
  const planned = await plan(model(a), { 'src/handlers/A.ts': '' });
  expect(planned.files).toMatchObject([{ path: 'src/handlers/A.ts', kind: 'completed' }]);
  expect(planned.bindings.tool.get('a')).toBe('src/handlers/A.ts');
  expect(await findings(model(a), { 'src/handlers/A.ts': written('x') })).toContainEqual(
    expect.stringContaining('error handlers/taken src/handlers/A.ts'),
  );
});

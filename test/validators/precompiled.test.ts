import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { applyCheck } from '../../src/runtime/schema-check.js';
import { bothModes, build, compiled } from './project.js';

const schema = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid', pattern: '^[0-9a-f-]+$' },
    next: { $ref: '#' },
    price: { type: 'number', multipleOf: 0.01 },
    kind: { enum: ['a', { b: 1 }] },
  },
  required: ['id'],
  anyOf: [{ properties: { more: { type: 'array', uniqueItems: true, maxItems: 3 } } }, { minProperties: 9 }],
  unevaluatedProperties: false,
};

/** A server and a client of the generated project in one process: what came back for a good and for a bad call. */
const conversation = `
import { InMemoryTransport } from '@modelcontextprotocol/client';
import { createServer, serveStdio } from './generated/server/index.js';
import { createClient } from './generated/client/index.js';
const value = { id: '2eb8aa08-aa98-11ea-b4aa-73b441d16380', price: 0.07, kind: { b: 1 } };
const server = createServer({ tools: { t0: () => value, t1: () => ({ ...value, other: 1 }) } }, { services: {}, onError: () => {} });
const [near, far] = InMemoryTransport.createLinkedPair();
const handle = serveStdio(server, { transport: far });
const client = await createClient(near);
const good = await client.tools.t0({});
const bad = await client.tools.t1({}).catch((error) => error.name);
await client.close();
await handle.close();
console.log(JSON.stringify({ good, bad }));
`;

async function talk(folder: string): Promise<string> {
  writeFileSync(join(folder, 'conversation.js'), conversation);
  const args = ['--disallow-code-generation-from-strings', 'conversation.js'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  return stdout;
}

/** Every file that one imports, directly or through others, and every package. */
function importGraph(folder: string, entry: string): { files: string[]; packages: string[] } {
  const files = new Set([entry]);
  const packages = new Set<string>();
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)) {
      if (specifier.startsWith('.')) files.add(join(dirname(file), specifier));
      else packages.add(specifier);
    }
  }
  return { files: [...files], packages: [...packages].sort() };
}

test('precompiled, a server and a client run where code cannot be made from strings', async () => {
  const { files } = await compiled([schema, schema], 'validators: precompiled\n');
  const built = build(files);
  try {
    expect(JSON.parse(await talk(built.folder))).toMatchObject({ good: { price: 0.07 }, bad: 'ToolError' });
    for (const entry of ['generated/server/index.js', 'generated/client/index.js']) {
      const graph = importGraph(built.folder, entry);
      expect(graph.files).toContain('generated/validators/t0.js');
      expect(graph.packages.filter((name) => name.startsWith('ajv'))).toEqual([]);
      const texts = graph.files.map((file) => readFileSync(join(built.folder, file), 'utf8'));
      expect(texts.filter((text) => /\beval\(|new Function|require\(/.test(text))).toEqual([]);
    }
  } finally {
    built.remove();
  }
});

test('lazily compiled, they do not, so the flag does what the test above relies on', async () => {
  const built = build((await compiled([schema, schema])).files);
  try {
    await expect(talk(built.folder)).rejects.toThrow('Code generation from strings disallowed');
  } finally {
    built.remove();
  }
});

test('the runtime holds what the mode needs, and nothing of the other', async () => {
  const modules = async (mode: string) =>
    (await compiled([schema], `validators: ${mode}\n`)).files
      .map(({ path }) => path)
      .filter((path) => /runtime|validators/.test(path));
  const [lazy, precompiled] = [await modules('lazy'), await modules('precompiled')];
  const name = (file: string) => `generated/runtime/${file}.ts`;
  expect(lazy).toContain(name('engine'));
  expect(lazy.filter((path) => path.includes('validators/'))).toEqual([]);
  expect(precompiled).toContain('generated/validators/t0.ts');
  const left = ['engine', 'keywords', 'unevaluated', 'in-place', 'validation-schema', 'validator-precompiled'];
  expect(precompiled.filter((path) => left.map(name).includes(path))).toEqual([]);
  expect(precompiled).toContain(name('multiple-of'));
});

test('the same schemas give the same bytes, and text of a contract stays in strings', async () => {
  const hostile = {
    type: 'object',
    properties: { '"); alert(1); ("': { const: '*/ alert(1) /*' }, é: { pattern: '^"`[$]' } },
    required: ['"+alert(1)+"'],
    $defs: { constructor: { type: 'null' } },
    additionalProperties: { $ref: '#/$defs/constructor' },
  };
  const texts = async () =>
    (await compiled([hostile], 'validators: precompiled\n')).files.find(({ path }) => path.endsWith('validators/t0.ts'))
      ?.text ?? '';
  const text = await texts();
  expect(await texts()).toBe(text);
  expect(text).toMatch(/^[\n -~]+$/);
  const [both] = await bothModes([hostile]);
  const issues = both === undefined ? [] : applyCheck(both.check, { '"+alert(1)+"': null, é: '"`$' });
  expect(issues).toEqual([]);
});

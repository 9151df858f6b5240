import { expect, test } from 'vitest';
import { compile } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';

/** Which modules a contract brings along: those that it uses, and no more. */
const tool = '{ name: ping, description: Answers., inputSchema: { type: object } }';
const meaningful =
  '{ name: ping, description: Answers., inputSchema: { type: object }, semantics: { side_effects: [] } }';

async function emittedBy(tools: string, config = ''): Promise<ReadonlyMap<string, string>> {
  const { files = [] } = await compile(
    createMemoryHost({
      'mcpgen.yaml': `mcpgen: 1\nserver: { name: test, version: 1.0.0 }\n${config}`,
      'manifests/tools.yaml': `tools: [${tools}]\n`,
    }),
  );
  return new Map(files.map(({ path, text }) => [path, text]));
}

const client = [
  'enhanced-client',
  'enhanced-types',
  'discover',
  'discovery-schema',
  'plan',
  'path-search',
  'negotiation',
];
const server = ['declare-extensions'];
const strict = ['require-core'];

function modules(files: ReadonlyMap<string, string>): readonly string[] {
  const known = [...client, ...server, ...strict];
  return known.filter((name) => files.has(`generated/runtime/${name}.ts`));
}

test.each([
  ['nothing of it', tool, '', []],
  ['discovery', meaningful, '', [...client, ...server]],
  ['discovery, only a server', meaningful, 'targets: [server]\n', server],
  ['discovery, only a client', meaningful, 'targets: [client]\n', client],
  ['a mode', tool, 'compatibilityMode: enhanced\n', [...client, ...server]],
  ['strictness', tool, 'compatibilityMode: strict\n', [...client, ...server, ...strict]],
  ['strictness, only a client', tool, 'compatibilityMode: strict\ntargets: [client]\n', client],
])('a contract that uses %s', async (_, tools, config, expected) => {
  const files = await emittedBy(tools, config);
  expect(modules(files)).toEqual(expected);
  expect(files.has('generated/client/composition.ts')).toBe(expected.includes('plan'));
});

test('a contract without it says nothing of it', async () => {
  const files = await emittedBy(tool);
  const own = [...files].filter(([path]) => !path.includes('/runtime/'));
  expect(own.filter(([, text]) => /enhanced|extensions/i.test(text)).map(([path]) => path)).toEqual([]);
});

test('servers load nothing that only clients need', async () => {
  const files = await emittedBy(meaningful, 'compatibilityMode: strict\n');
  const loaded = new Set(['generated/server/index.ts']);
  for (const path of loaded) {
    for (const [, up = '', to = ''] of (files.get(path) ?? '').matchAll(
      /^(?:import|export) (?!type)[^;]*? from '(\.\.?)\/([^']*)\.js';$/gms,
    )) {
      const folder = path.split('/').slice(0, up === '..' ? -2 : -1);
      loaded.add([...folder, `${to}.ts`].join('/'));
    }
  }
  expect(loaded.has('generated/runtime/require-core.ts')).toBe(true);
  expect([...loaded].filter((path) => client.some((name) => path.endsWith(`/${name}.ts`)))).toEqual([]);
});

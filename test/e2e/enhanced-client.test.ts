import { Client, InMemoryTransport, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { McpServer } from '@modelcontextprotocol/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CORE_EXTENSION } from '../../src/runtime/core.js';
import { DISCOVERY_EXTENSION } from '../../src/runtime/discovery.js';
import { serveHttp } from '../../src/runtime/http.js';
import type { ContractServer } from '../../src/runtime/server.js';
import { serveStdio } from '../../src/runtime/stdio.js';
import { ERAS } from '../runtime/support/contract.js';
import { type BuiltProject, buildProject, CARRIERS, fixture, reach } from './support/built-project.js';

/** Generated clients and servers that use Enhanced MCP 2.0, and those of others. */
const files = fixture('every-field');
const config = files['mcpgen.yaml'] ?? '';
let project: BuiltProject;
let strict: BuiltProject;
beforeAll(async () => {
  project = await buildProject(files);
  strict = await buildProject({
    ...files,
    'mcpgen.yaml': config.replace('compatibilityMode: enhanced', 'compatibilityMode: strict'),
  });
});
afterAll(() => {
  project.remove();
  strict.remove();
});

const ways = ERAS.flatMap((era) => CARRIERS.map((carrier) => ({ era, carrier })));
const standard = { name: 'standard', version: '1.0.0' };

/** A way to a server of somebody else, made with the SDK alone. */
async function foreign(
  carrier: 'stdio' | 'http',
  make: () => McpServer,
): Promise<{ transport: Transport } & AsyncDisposable> {
  const server: ContractServer = { info: { name: 'foreign', version: '1.0.0' }, build: make };
  if (carrier === 'http') {
    const handle = await serveHttp(server, { port: 0, handleSignals: false, shutdownTimeoutMs: 1_000 });
    return { transport: new StreamableHTTPClientTransport(new URL(handle.url)), [Symbol.asyncDispose]: handle.close };
  }
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(server, { transport: far, shutdownTimeoutMs: 1_000 });
  return { transport: near, [Symbol.asyncDispose]: handle.close };
}

function foreignServer(core: object | undefined, metas: Readonly<Record<string, Record<string, unknown>>>): McpServer {
  const extensions = core === undefined ? {} : { extensions: { [CORE_EXTENSION]: core } };
  const server = new McpServer(
    { name: 'foreign', version: '1.0.0' },
    { capabilities: extensions as { extensions: Record<string, Record<string, never>> } },
  );
  for (const [name, _meta] of Object.entries(metas)) {
    server.registerTool(name, { annotations: { readOnlyHint: true }, _meta }, () => ({ content: [] }));
  }
  return server;
}

test.each(ways)('$era over $carrier: a server without the extension is used as any other', async ({ era, carrier }) => {
  await using server = await foreign(carrier, () => foreignServer(undefined, { get_order: {}, theirs: { other: 1 } }));
  const client = await project.createClient(server.transport, { era });
  expect(client.enhanced).toEqual({ protocolVersion: '1.x', features: [], issues: [] });
  const tools = await client.discover({ read_only: true });
  expect(tools).toEqual(
    ['get_order', 'theirs'].map((name) => ({ name, annotations: { readOnlyHint: true }, issues: [] })),
  );
  expect(await client.discover({ max_risk: 'critical' })).toEqual([]);
  expect(client.plan({ from: 'get_order', to: 'print_order' }).plans).toHaveLength(1);
  await client.close();
});

const semantics = { categories: ['orders'], capabilities: [], side_effects: [] };

test.each(ways)('$era over $carrier: what is malformed counts as not said, with a reason', async ({ era, carrier }) => {
  const metas = {
    good: { semantics, dependencies: [], 'com.example/more': true },
    no_list: { semantics: { ...semantics, categories: 'orders' }, dependencies: [] },
    no_risk: {
      semantics: {
        ...semantics,
        side_effects: [{ type: 'network', scope: 'x', reversible: 'yes', risk_level: 'huge' }],
      },
      dependencies: [],
    },
    script: {
      dependencies: [],
      documentation: { examples: [], see_also: [], links: [{ title: 'x', url: 'javascript:alert(1)' }] },
    },
    text: 'all is well',
  };
  const core = { protocolVersion: '2.0', supportedFeatures: 'discovery' };
  const wrapped = Object.fromEntries(
    Object.entries(metas).map(([name, payload]) => [name, { [DISCOVERY_EXTENSION]: payload }]),
  );
  await using server = await foreign(carrier, () => foreignServer(core, wrapped));
  const client = await project.createClient(server.transport, { era });
  expect(client.enhanced).toEqual({
    protocolVersion: '1.x',
    features: [],
    issues: [{ extension: CORE_EXTENSION, pointer: '/supportedFeatures', message: 'must be array' }],
  });
  const tools = await client.discover();
  expect(Object.fromEntries(tools.map(({ name, issues }) => [name, issues.map(({ pointer }) => pointer)]))).toEqual({
    good: [],
    no_list: ['/semantics/categories'],
    no_risk: ['/semantics/side_effects/0/reversible', '/semantics/side_effects/0/risk_level'],
    script: ['/documentation/links/0/url'],
    text: [''],
  });
  expect(tools.filter(({ discovery }) => discovery !== undefined).map(({ name }) => name)).toEqual(['good']);
  expect(tools.every(({ issues }) => issues.every(({ extension }) => extension === DISCOVERY_EXTENSION))).toBe(true);
  expect((await client.discover({ category: 'orders' })).map(({ name }) => name)).toEqual(['good']);
  expect((await client.discover({ max_risk: 'low' })).map(({ name }) => name)).toEqual(['good']);
  await client.close();
});

test.each(ways)('$era over $carrier: a strict server refuses whoever does not say so', async ({ era, carrier }) => {
  await using server = await reach(strict, carrier);
  const mode = era === 'modern' ? { pin: '2026-07-28' } : ('legacy' as const);
  const client = new Client(standard, { versionNegotiation: { mode } });
  await client.connect(server.transport);
  await expect(client.request({ method: 'tools/list' })).rejects.toMatchObject({
    code: -32021,
    message: expect.stringContaining(CORE_EXTENSION),
    data: { requiredCapabilities: { extensions: { [CORE_EXTENSION]: { protocolVersion: '2.0' } } } },
  });
  await expect(client.callTool({ name: 'ping', arguments: {} })).rejects.toMatchObject({ code: -32021 });
  await client.close();
});

test.each(ways)('$era over $carrier: a strict server serves the generated client', async ({ era, carrier }) => {
  await using server = await reach(strict, carrier);
  const client = await strict.createClient(server.transport, { era });
  expect(client.enhanced).toMatchObject({ protocolVersion: '2.0', compatibilityMode: 'strict' });
  expect(await client.tools['getOrder']?.({ id: 'ORD-1' })).toEqual({ id: 'ORD-1', pages: 12, status: 'open' });
  expect(await client.discover({ category: 'orders' })).not.toEqual([]);
  await client.close();
});

test.each(ERAS)(
  '%s: on a server that exists, tools declare what they use, and that server serves whom it likes',
  async (era) => {
    const make = (): McpServer => {
      const server = new McpServer(
        { name: 'host', version: '1.0.0' },
        { capabilities: { extensions: { 'com.example/own': { a: 1 } } } },
      );
      strict.registerTools(server, strict.handlers, { services: {} });
      return server;
    };
    await using server = await foreign('stdio', make);
    const mode = era === 'modern' ? { pin: '2026-07-28' } : ('legacy' as const);
    const client = new Client(standard, { versionNegotiation: { mode } });
    await client.connect(server.transport);
    expect(client.getServerCapabilities()?.extensions).toEqual({
      'com.example/own': { a: 1 },
      [CORE_EXTENSION]: {
        protocolVersion: '2.0',
        supportedFeatures: ['discovery'],
        compatibilityMode: 'enhanced',
        tools: true,
      },
      [DISCOVERY_EXTENSION]: {},
    });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('get_order');
    await client.close();
  },
);

test('what the server declares itself stays', async () => {
  const own = { protocolVersion: '1.x', supportedFeatures: [] };
  const server = new McpServer(standard, { capabilities: { extensions: { [CORE_EXTENSION]: own } } });
  project.registerTools(server, project.handlers, { services: {} });
  expect(server.server.getCapabilities().extensions?.[CORE_EXTENSION]).toEqual(own);
});

test('on a server that is connected, it is too late to declare anything', async () => {
  const server = new McpServer(standard);
  server.registerTool('first', {}, () => ({ content: [] }));
  const [near, far] = InMemoryTransport.createLinkedPair();
  await near.start();
  await server.connect(far);
  project.registerTools(server, project.handlers, { services: {} });
  expect(server.server.getCapabilities().extensions).toBeUndefined();
  await server.close();
});

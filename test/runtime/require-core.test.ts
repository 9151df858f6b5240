import {
  Client,
  type ClientCapabilities,
  InMemoryTransport,
  MissingRequiredClientCapabilityError,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { CORE_EXTENSION } from '../../src/runtime/core.js';
import { serveHttp } from '../../src/runtime/http.js';
import { requireCore } from '../../src/runtime/require-core.js';
import { createContractServer } from '../../src/runtime/server.js';
import { serveStdio } from '../../src/runtime/stdio.js';
import { CARRIERS, type Carrier } from './support/connect.js';
import { ERAS, type Era, INFO } from './support/contract.js';
import { postCall } from './support/post.js';

const TOOL = { name: 'echo', inputSchema: { type: 'object' }, outputSchema: { type: 'object' } };
const CORE = { protocolVersion: '2.0', supportedFeatures: ['discovery'], compatibilityMode: 'strict' };

function strictServer() {
  return createContractServer({
    info: INFO,
    tools: [TOOL],
    extensions: { [CORE_EXTENSION]: CORE },
    gate: requireCore,
    handlers: { echo: (input: unknown) => input },
    options: { services: undefined, onError: () => undefined },
  });
}

/** The SDK's own client, connected, and what ends it. */
async function reach(era: Era, carrier: Carrier, capabilities: ClientCapabilities) {
  const client = new Client(INFO, {
    capabilities,
    versionNegotiation: { mode: era === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
  });
  if (carrier === 'http') {
    const handle = await serveHttp(strictServer(), { port: 0, handleSignals: false, shutdownTimeoutMs: 1_000 });
    await client.connect(new StreamableHTTPClientTransport(new URL(handle.url)));
    return { client, close: () => client.close().then(handle.close) };
  }
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(strictServer(), { transport: far, shutdownTimeoutMs: 1_000 });
  await client.connect(near);
  return { client, close: () => client.close().then(handle.close) };
}

const ways = ERAS.flatMap((era) => CARRIERS.map((carrier) => ({ era, carrier })));

const refused: readonly { readonly title: string; readonly capabilities: ClientCapabilities }[] = [
  { title: 'declares nothing', capabilities: {} },
  { title: 'declares another extension', capabilities: { extensions: { 'com.example/other': {} } } },
  {
    title: 'speaks 1.x',
    capabilities: { extensions: { [CORE_EXTENSION]: { protocolVersion: '1.x', supportedFeatures: [] } } },
  },
  { title: 'declares it badly', capabilities: { extensions: { [CORE_EXTENSION]: { protocolVersion: '2.0' } } } },
];

const refusals = ways.flatMap((way) => refused.map((each) => ({ ...way, ...each })));

test.each(refusals)('$era over $carrier: a client that $title learns what to declare, and no more', async (each) => {
  const { client, close } = await reach(each.era, each.carrier, each.capabilities);
  expect(client.getServerCapabilities()?.extensions).toEqual({ [CORE_EXTENSION]: CORE });
  const requests = [
    () => client.request({ method: 'tools/list' }),
    () => client.callTool({ name: 'echo', arguments: {} }),
    ...(each.era === 'legacy' ? [() => client.setLoggingLevel('info')] : []),
  ];
  for (const request of requests) {
    const error: unknown = await request().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MissingRequiredClientCapabilityError);
    expect(error).toMatchObject({
      code: -32021,
      data: {
        requiredCapabilities: { extensions: { [CORE_EXTENSION]: { protocolVersion: '2.0', supportedFeatures: [] } } },
      },
    });
  }
  if (each.era === 'legacy') await expect(client.ping()).resolves.toEqual({});
  await close();
});

test.each(ways)('$era over $carrier: a client that declares it is served', async ({ era, carrier }) => {
  const extensions = { [CORE_EXTENSION]: { protocolVersion: '2.0', supportedFeatures: [] } };
  const { client, close } = await reach(era, carrier, { extensions });
  const { tools } = await client.request({ method: 'tools/list' });
  expect(tools.map(({ name }) => name)).toEqual(['echo']);
  const result = await client.callTool({ name: 'echo', arguments: { a: 1 } });
  expect(result.structuredContent).toEqual({ a: 1 });
  await close();
});

test('a modern refusal has the HTTP status that the specification names', async () => {
  const handle = await serveHttp(strictServer(), { port: 0, handleSignals: false, shutdownTimeoutMs: 1_000 });
  const response = await postCall(handle.url, 'modern', 'echo', '{}');
  expect(response.status).toBe(400);
  await handle.close();
});

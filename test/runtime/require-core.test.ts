import {
  Client,
  type ClientCapabilities,
  InMemoryTransport,
  type JSONRPCMessage,
  MissingRequiredClientCapabilityError,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { CORE_EXTENSION } from '../../src/runtime/core.js';
import { serveHttp } from '../../src/runtime/http.js';
import { logging } from '../../src/runtime/logging.js';
import { requireCore } from '../../src/runtime/require-core.js';
import { createContractServer } from '../../src/runtime/server.js';
import { serveStdio } from '../../src/runtime/stdio.js';
import { CARRIERS, type Carrier } from './support/connect.js';
import { ERAS, type Era, INFO } from './support/contract.js';
import { postCall } from './support/post.js';
import { MODERN_META } from './support/raw.js';

const TOOL = { name: 'echo', inputSchema: { type: 'object' }, outputSchema: { type: 'object' } };
const CORE = { protocolVersion: '2.0', supportedFeatures: ['discovery'], compatibilityMode: 'strict' };

function strictServer() {
  return createContractServer({
    info: INFO,
    tools: [TOOL],
    extensions: { [CORE_EXTENSION]: CORE },
    gate: requireCore,
    logging,
    handlers: { tools: { echo: (input: unknown) => input } },
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

const LISTEN_PARAMS = { notifications: { toolsListChanged: true } };
/** What a modern client sends along, with these capabilities. */
const metaWith = (capabilities: ClientCapabilities) => ({
  ...MODERN_META,
  'io.modelcontextprotocol/clientCapabilities': capabilities,
});
const DECLARED = { extensions: { [CORE_EXTENSION]: { protocolVersion: '2.0', supportedFeatures: [] } } };

test('over HTTP a subscription is served to none but clients that declare it', async () => {
  const handle = await serveHttp(strictServer(), { port: 0, handleSignals: false, shutdownTimeoutMs: 1_000 });
  const listen = (capabilities: ClientCapabilities) =>
    fetch(handle.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'subscriptions/listen',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 7,
        method: 'subscriptions/listen',
        params: { ...LISTEN_PARAMS, _meta: metaWith(capabilities) },
        // The same to every reader of JSON.
      }).replace('/listen', String.raw`\/listen`),
    });
  const refusal = await listen({});
  expect(refusal.status).toBe(400);
  expect(await refusal.json()).toMatchObject({
    id: 7,
    error: { code: -32021, data: { requiredCapabilities: DECLARED } },
  });
  const served = await listen(DECLARED);
  expect(served.headers.get('content-type')).toContain('text/event-stream');
  await served.body?.cancel();
  await handle.close();
});

test('over stdio a subscription is served to none but clients that declare it', async () => {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(strictServer(), { transport: far, shutdownTimeoutMs: 1_000 });
  await near.start();
  const answerTo = (id: number, capabilities: ClientCapabilities) => {
    const answer = new Promise<JSONRPCMessage>((resolve) => {
      near.onmessage = resolve;
    });
    const params = { ...LISTEN_PARAMS, _meta: metaWith(capabilities) };
    return near.send({ jsonrpc: '2.0', id, method: 'subscriptions/listen', params }).then(() => answer);
  };
  expect(await answerTo(1, {})).toMatchObject({
    id: 1,
    error: { code: -32021, data: { requiredCapabilities: DECLARED } },
  });
  expect(await answerTo(2, DECLARED)).toMatchObject({ method: 'notifications/subscriptions/acknowledged' });
  await near.close();
  await handle.closed;
});

test('of a body without end no more is read than the SDK would', async () => {
  let sent = 0;
  const chunk = new TextEncoder().encode(' '.repeat(64 * 1024));
  const body = new ReadableStream({
    pull(controller) {
      sent += chunk.byteLength;
      if (sent > 64 * 1024 * 1024) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const serve = requireCore.overHttp(async () => new Response(null, { status: 413 }));
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
  const response = await serve(new Request('http://localhost/mcp', init as RequestInit));
  expect(response.status).toBe(413);
  expect(sent).toBeLessThan(8 * 1024 * 1024);
});

test('a modern refusal has the HTTP status that the specification names', async () => {
  const handle = await serveHttp(strictServer(), { port: 0, handleSignals: false, shutdownTimeoutMs: 1_000 });
  const response = await postCall(handle.url, 'modern', 'echo', '{}');
  expect(response.status).toBe(400);
  await handle.close();
});

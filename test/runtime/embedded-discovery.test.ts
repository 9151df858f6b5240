import { InMemoryTransport, type JSONRPCMessage, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { createClient as createDeskClient } from '../../generated/client/index.js';
import { handlers as deskHandlers } from '../../generated/server/handlers.js';
import { createServer as createDesk } from '../../generated/server/index.js';
import { type ClientOptions, createContractClient } from '../../src/runtime/client.js';
import { DiscoveryError, ProtocolError } from '../../src/runtime/errors.js';
import { serveHttp } from '../../src/runtime/http.js';
import { serveStdio } from '../../src/runtime/stdio.js';
import { createClient as createSuiteClient } from '../conformance/server/generated/client/index.js';
import { handlers as suiteHandlers } from '../conformance/server/generated/server/handlers.js';
import { createServer as createSuite } from '../conformance/server/generated/server/index.js';
import { deskServices } from '../example/support/desk.js';
import type { AnyTools } from './support/connect.js';
import { INFO, outputTool } from './support/contract.js';

const services = await deskServices();
const contracts = {
  desk: { create: createDeskClient, serve: () => createDesk(deskHandlers, { services }) },
  suite: { create: createSuiteClient, serve: () => createSuite(suiteHandlers, { services: {} }) },
};

const definition = {
  info: INFO,
  tools: { echo: outputTool('echo', { type: 'string' }) },
  discovery: { serverInfo: INFO, capabilities: { tools: { listChanged: false } } },
};

/** A server that is answered by hand, with the methods that it was asked. */
async function answering(
  replies: Readonly<Record<string, object>>,
  options: ClientOptions = { discovery: 'embedded' },
) {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const asked: string[] = [];
  far.onmessage = (message) => {
    if (!('method' in message)) return;
    asked.push(message.method);
    if (!('id' in message)) return;
    const reply = replies[message.method] ?? { error: { code: -32601, message: 'Method not found' } };
    void far.send({ jsonrpc: '2.0', id: message.id, ...reply } as JSONRPCMessage);
  };
  await far.start();
  const client = await createContractClient<AnyTools>(definition, near, options);
  return { asked, client, call: async () => client.tools['echo']?.({}) };
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const fine = { result: { resultType: 'complete', content: [], structuredContent: 'hello' } };
const discovered = (...supportedVersions: string[]) => ({
  result: { resultType: 'complete', supportedVersions, capabilities: { tools: {} }, ttlMs: 0, cacheScope: 'private' },
});

test.each(Object.entries(contracts))('what a client of %s embeds is what its server answers', async (_, contract) => {
  const connect = async (options: ClientOptions) => {
    const [near, far] = InMemoryTransport.createLinkedPair();
    const handle = serveStdio(contract.serve() as ReturnType<typeof createSuite>, { transport: far });
    const { raw, close } = await contract.create(near, options as never);
    const seen = [raw.getServerCapabilities(), raw.getServerVersion(), raw.getInstructions()];
    await close();
    await handle.close();
    return seen;
  };
  const asked = await connect({ era: 'modern' });
  expect(asked[0]).toHaveProperty('tools');
  expect(await connect({ discovery: 'embedded' })).toEqual(asked);
});

test('to connect sends nothing, and the first request is the first call', async () => {
  const { asked, client, call } = await answering({ 'tools/call': fine });
  expect(asked).toEqual([]);
  expect(client.era).toBe('modern');
  expect(await call()).toBe('hello');
  expect(asked).toEqual(['tools/call']);
});

test('over HTTP, too: one request for one call', async () => {
  const handle = await serveHttp(createDesk(deskHandlers, { services }), {
    port: 0,
    handleSignals: false,
  });
  const methods: string[] = [];
  const counting: typeof fetch = (url, init) => {
    methods.push(String((JSON.parse(String(init?.body)) as { method: string }).method));
    return fetch(url, init);
  };
  const client = await createDeskClient(new StreamableHTTPClientTransport(new URL(handle.url), { fetch: counting }), {
    discovery: 'embedded',
  });
  expect(client.enhanced.protocolVersion).toBe('2.0');
  expect(await client.tools.findCustomer({ email: 'nobody@example.org' })).toBeNull();
  expect(methods).toEqual(['tools/call']);
  await client.close();
  await handle.close();
});

test('by default the server is asked', async () => {
  const { asked } = await answering({ 'server/discover': discovered('2026-07-28') }, {});
  expect(asked).toEqual(['server/discover']);
});

test('a server that speaks another revision is found out by the first call', async () => {
  const error = { code: -32022, message: 'Unsupported protocol version', data: { supported: ['2027-07-28'] } };
  const { asked, call } = await answering({ 'tools/call': { error }, 'server/discover': discovered('2027-07-28') });
  const failure = await failureOf(call());
  expect(failure).toBeInstanceOf(DiscoveryError);
  expect(failure).toMatchObject({ supportedVersions: ['2027-07-28'], cause: { code: -32022 } });
  expect((failure as Error).message).toContain('speaks 2027-07-28');
  expect(asked).toEqual(['tools/call', 'server/discover']);
});

test('and so is one that has no `server/discover`, whether it refuses the call or answers it in its own form', async () => {
  const old = { result: { content: [{ type: 'text', text: 'hello' }] } };
  for (const reply of [{ error: { code: -32602, message: 'Not initialized' } }, old]) {
    const { call } = await answering({ 'tools/call': reply });
    const failure = await failureOf(call());
    expect(failure).toBeInstanceOf(DiscoveryError);
    expect(failure).toMatchObject({ supportedVersions: undefined });
  }
});

test('an error of a server that is the right one stays what it is, and nobody asks twice', async () => {
  const error = { code: -32602, message: 'no' };
  const { asked, call } = await answering({ 'tools/call': { error }, 'server/discover': discovered('2026-07-28') });
  expect(await failureOf(call())).toBeInstanceOf(ProtocolError);
  expect(await failureOf(call())).toBeInstanceOf(ProtocolError);
  expect(asked).toEqual(['tools/call', 'server/discover', 'tools/call']);
});

test('what contradicts itself is refused', async () => {
  const [near] = InMemoryTransport.createLinkedPair();
  await expect(createContractClient(definition, near, { discovery: 'embedded', era: 'legacy' })).rejects.toThrow(
    TypeError,
  );
  const { discovery: _, ...bare } = definition;
  await expect(createContractClient(bare, near, { discovery: 'embedded' })).rejects.toThrow(TypeError);
});

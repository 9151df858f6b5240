import { Client, InMemoryTransport, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { InMemoryServerEventBus, McpServer } from '@modelcontextprotocol/server';
import { expect, test } from 'vitest';
import { type ChangeRules, Changes, type Notifier, notifyNobody, notifyOn } from '../../src/runtime/changes.js';
import type { ToolContext } from '../../src/runtime/context.js';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { serveHttp } from '../../src/runtime/http.js';
import { registerContractTools } from '../../src/runtime/register.js';
import { serveStdio } from '../../src/runtime/stdio.js';
import { ERAS, type Era, INFO, serverOf } from './support/contract.js';

const RULES: ChangeRules = { listChanged: ['tools'], isSubscribable: (uri) => uri.startsWith('desk://tickets/') };
const tool: ToolDescriptor = { name: 'change', inputSchema: { type: 'object' } };
const QUIET = { port: 0, handleSignals: false, shutdownTimeoutMs: 1_000 } as const;

/** A server whose tool tells that tickets have changed. */
function changing(changes = new Changes<Pick<Notifier, 'toolsChanged' | 'resourceUpdated'>>(RULES)) {
  const handlers = {
    change: (_input: unknown, { notify }: ToolContext & Pick<Changes<Notifier>, 'notify'>) => {
      notify.toolsChanged();
      notify.resourceUpdated('desk://tickets/1');
      return 'changed';
    },
  };
  return { server: serverOf([tool], handlers, {}, { changes }), notify: changes.notify };
}

type Served = ReturnType<typeof changing>['server'];

/** A connected client, what it has been told of, and what ends it. */
async function listener(server: Served, era: Era, carrier: 'stdio' | 'http') {
  const client = new Client(INFO, {
    versionNegotiation: { mode: era === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
  });
  const told: string[] = [];
  client.setNotificationHandler('notifications/tools/list_changed', () => void told.push('tools'));
  client.setNotificationHandler('notifications/prompts/list_changed', () => void told.push('prompts'));
  client.setNotificationHandler('notifications/resources/updated', ({ params }) => void told.push(params.uri));
  if (carrier === 'http') {
    const handle = await serveHttp(server, QUIET);
    await client.connect(new StreamableHTTPClientTransport(new URL(handle.url)));
    return { client, told, close: () => client.close().then(handle.close) };
  }
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(server, { transport: far, shutdownTimeoutMs: 1_000 });
  await client.connect(near);
  return { client, told, close: () => client.close().then(handle.close) };
}

/** Subscribes to one ticket and to the list of tools, as the era has it. */
async function subscribe({ client }: Awaited<ReturnType<typeof listener>>, era: Era): Promise<void> {
  const uri = 'desk://tickets/1';
  if (era === 'modern') await client.listen({ toolsListChanged: true, resourceSubscriptions: [uri] });
  else await client.subscribeResource({ uri });
}

const ways = ERAS.flatMap((era) => (['stdio', 'http'] as const).map((carrier) => ({ era, carrier })));

test.each(ways)('a $era client over $carrier is told what it asked for', async ({ era, carrier }) => {
  const { server, notify } = changing();
  const connection = await listener(server, era, carrier);
  expect(connection.client.getServerCapabilities()).toMatchObject({
    tools: { listChanged: true },
    resources: { subscribe: true },
  });
  await subscribe(connection, era);
  // The stream of a session is opened by the client when it has initialized.
  if (era === 'legacy' && carrier === 'http') await new Promise((resolve) => setTimeout(resolve, 300));
  await connection.client.callTool({ name: 'change', arguments: {} });
  await expect.poll(() => connection.told).toEqual(['tools', 'desk://tickets/1']);
  notify.resourceUpdated('desk://tickets/2');
  notify.resourceUpdated('desk://tickets/1');
  await expect.poll(() => connection.told).toEqual(['tools', 'desk://tickets/1', 'desk://tickets/1']);
  await connection.close();
});

test('one process tells the clients of all that it serves', async () => {
  const { server, notify } = changing();
  const connections = await Promise.all(ways.map(({ era, carrier }) => listener(server, era, carrier)));
  for (const [index, connection] of connections.entries()) {
    await subscribe(connection, ways[index]?.era ?? 'modern');
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  notify.resourceUpdated('desk://tickets/1');
  for (const { told } of connections) await expect.poll(() => told).toEqual(['desk://tickets/1']);
  await Promise.all(connections.map(({ close }) => close()));
});

test('who has unsubscribed, or may not subscribe, is told nothing', async () => {
  const { server, notify } = changing();
  const { client, told, close } = await listener(server, 'legacy', 'stdio');
  await expect(client.subscribeResource({ uri: 'desk://secrets' })).rejects.toMatchObject({ code: -32602 });
  await client.subscribeResource({ uri: 'desk://tickets/1' });
  await client.unsubscribeResource({ uri: 'desk://tickets/1' });
  notify.resourceUpdated('desk://tickets/1');
  await client.ping();
  expect(told).toEqual([]);
  await close();
});

test('a client has only so many subscriptions', async () => {
  const { client, close } = await listener(changing().server, 'legacy', 'stdio');
  for (let index = 0; index < 1_000; index++) await client.subscribeResource({ uri: `desk://tickets/${index}` });
  await client.subscribeResource({ uri: 'desk://tickets/0' });
  await expect(client.subscribeResource({ uri: 'desk://tickets/more' })).rejects.toMatchObject({ code: -32603 });
  await close();
});

test('a server tells of nothing that its contract does not let change', () => {
  const { notify } = changing();
  expect(Object.keys(notify)).toEqual(['toolsChanged', 'resourceUpdated']);
  expect(() => notify.resourceUpdated('desk://secrets')).toThrow(
    'the contract lets nobody subscribe to desk://secrets',
  );
  expect(Object.keys(new Changes({ listChanged: ['prompts', 'resources'] }).notify)).toEqual([
    'promptsChanged',
    'resourcesChanged',
  ]);
});

test('a connection that has ended listens no more', async () => {
  const bus = new InMemoryServerEventBus();
  const { server } = changing(new Changes(RULES, { bus }));
  for (const era of ERAS) {
    const { close } = await listener(server, era, 'stdio');
    expect(bus.listenerCount).toBeGreaterThan(0);
    await close();
    expect(bus.listenerCount, era).toBe(0);
  }
});

test('handlers of a mounted contract tell the clients of that server, or of a bus', async () => {
  for (const bus of [undefined, new InMemoryServerEventBus()]) {
    const mcp = new McpServer(INFO, { capabilities: { tools: { listChanged: true } } });
    const seen: unknown[] = [];
    bus?.subscribe(({ kind }) => void seen.push(kind));
    const handlers = {
      change: (_input: unknown, { notify }: ToolContext & Pick<Changes<Notifier>, 'notify'>) => {
        notify.toolsChanged();
        return 'changed';
      },
    };
    const options = { services: undefined, extras: [notifyOn(mcp, { listChanged: ['tools'] }, { bus })] };
    registerContractTools(mcp, [tool], { tools: handlers }, options);
    const [near, far] = InMemoryTransport.createLinkedPair();
    await mcp.connect(far);
    const client = new Client(INFO);
    client.setNotificationHandler('notifications/tools/list_changed', () => void seen.push('tools_list_changed'));
    await client.connect(near);
    await client.callTool({ name: 'change', arguments: {} });
    await expect.poll(() => seen).toEqual(['tools_list_changed']);
    await client.close();
  }
});

test('where nobody listens, telling does nothing', () => {
  const { notify } = notifyNobody(RULES)({} as never, () => false) as { notify: Notifier };
  expect(notify.toolsChanged()).toBeUndefined();
});

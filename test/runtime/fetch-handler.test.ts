import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { createFetchHandler, type FetchOptions } from '../../src/runtime/fetch-handler.js';
import { relay } from '../../src/runtime/relay-stream.js';
import { ERAS, INFO, serverOf } from './support/contract.js';
import { openSession } from './support/post.js';

const tool: ToolDescriptor = { name: 'hello', inputSchema: { type: 'object' } };
const server = serverOf([tool], { hello: () => 'hello' });

/** What a runtime does with a handler: it makes a `Request`, and sends the `Response`. */
function runtime(options: FetchOptions = {}) {
  const handler = createFetchHandler(server, options);
  const send = (url: string | URL, init?: RequestInit): Promise<Response> => handler.fetch(new Request(url, init));
  return { ...handler, send };
}

test.each(ERAS)('serves the %s era by nothing but Request and Response', async (era) => {
  const { send, close } = runtime({ sessions: true });
  const client = new Client(INFO, {
    versionNegotiation: { mode: era === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
  });
  await client.connect(new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), { fetch: send }));
  expect(await client.callTool({ name: 'hello', arguments: {} })).toMatchObject({ content: [{ text: 'hello' }] });
  await client.close();
  await close();
});

test('keeps nothing for older clients unless it is told to', async () => {
  const { send } = runtime();
  expect(await openSession('http://localhost/mcp', {}, send)).not.toHaveProperty('mcp-session-id');
});

test('makes the checks of serveHttp', async () => {
  const { send } = runtime({ allowedHosts: ['Desk.example.com'], allowedOrigins: ['app.example.com'] });
  const status = async (url: string, headers: Record<string, string> = {}) =>
    (await send(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' }))
      .status;
  expect(await status('https://evil.example/mcp')).toBe(403);
  expect(await status('https://desk.example.com/mcp', { host: 'evil.example' })).toBe(403);
  expect(await status('https://desk.example.com/mcp', { origin: 'https://evil.example' })).toBe(403);
  expect(await status('https://desk.example.com/other')).toBe(404);
  // Let in, and refused for what it says.
  expect(await status('https://desk.example.com/mcp', { origin: 'https://app.example.com' })).toBe(400);
});

test('asks who calls before it reads what is asked, and answers other paths', async () => {
  const heads: [string, boolean][] = [];
  const { send } = runtime({
    authenticate: (head) => {
      heads.push([head.method, head.bodyUsed]);
      return new Response('who are you?', { status: 401 });
    },
    elsewhere: ({ url }) => (url.endsWith('/about') ? new Response('a desk') : undefined),
  });
  const refused = await send('http://localhost/mcp', { method: 'POST', body: '{}' });
  expect([refused.status, await refused.text()]).toEqual([401, 'who are you?']);
  expect(await (await send('http://localhost/about')).text()).toBe('a desk');
  expect((await send('http://localhost/nothing')).status).toBe(404);
  expect(heads).toEqual([['POST', false]]);
});

test('a failure of what finds out who calls is not shown', async () => {
  const { send } = runtime({ authenticate: () => Promise.reject(new Error('password=hunter2')) });
  const response = await send('http://localhost/mcp', { method: 'POST', body: '{}' });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('hunter2');
});

test('a stream is cut whose reader leaves too much unread', async () => {
  let isCancelled = false;
  let ended = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1_000)),
    cancel: () => {
      isCancelled = true;
    },
  });
  const response = new Response(endless, { headers: { 'content-type': 'text/event-stream' } });
  const relayed = relay(response, { ended: () => void ended++, maxWaitingBytes: 10_000 });
  await expect.poll(() => isCancelled).toBe(true);
  await expect(relayed.text()).rejects.toThrow('too slow');
  expect(ended).toBe(1);
});

import { request as httpRequest } from 'node:http';
import { expect, test } from 'vitest';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { serveHttp } from '../../src/runtime/http.js';
import { connect } from './support/connect.js';
import { ERAS, serverOf } from './support/contract.js';
import { gate } from './support/gate.js';
import { postCall } from './support/post.js';

const tool = (name: string): ToolDescriptor => ({ name, inputSchema: { type: 'object' } });
const server = serverOf([tool('hello')], { hello: () => 'hello' });
const QUIET = { port: 0, handleSignals: false } as const;

/** The status that a POST with this `Host` gets; `fetch` does not let one choose it. */
function statusFor(port: number, path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, path, method: 'POST', host: '127.0.0.1', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.end('{}');
  });
}

test('a foreign Host or Origin is refused, those of this machine are not', async () => {
  const http = await serveHttp(server, QUIET);
  const status = (headers: Record<string, string>) =>
    statusFor(http.port, '/mcp', { 'content-type': 'application/json', ...headers });
  expect(await status({ host: 'evil.example' })).toBe(403);
  expect(await status({ host: 'user@localhost' })).toBe(403);
  expect(await status({ host: `localhost.evil.example:${http.port}` })).toBe(403);
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
  expect(await status({ origin: 'null' })).toBe(403);
  for (const headers of [{}, { host: 'localhost' }, { host: '[::1]:80' }, { origin: 'http://localhost:8080' }]) {
    // Let through, and then refused for what it says: `{}` is no JSON-RPC.
    expect(await status({ ...headers })).toBe(400);
  }
  await http.close();
});

test('further hosts and origins can be allowed', async () => {
  const http = await serveHttp(server, {
    ...QUIET,
    host: '0.0.0.0',
    allowedHosts: ['MCP.example.org'],
    allowedOrigins: ['app.example.org'],
  });
  const status = (headers: Record<string, string>) =>
    statusFor(http.port, '/mcp', { 'content-type': 'application/json', ...headers });
  expect(http.url).toBe(`http://localhost:${http.port}/mcp`);
  expect(await status({ host: 'mcp.example.org', origin: 'https://app.example.org' })).toBe(400);
  expect(await status({ host: 'app.example.org' })).toBe(403);
  expect(await status({ host: '0.0.0.0' })).toBe(403);
  await http.close();
});

test('only the path is served', async () => {
  const http = await serveHttp(server, { ...QUIET, path: '/desk' });
  expect(http.url).toMatch(/\/desk$/);
  expect((await fetch(new URL('/mcp', http.url))).status).toBe(404);
  expect((await fetch(new URL('/desk/', http.url))).status).toBe(404);
  // Let in, and then asked for its session.
  expect((await fetch(`${http.url}?x=1`)).status).toBe(400);
  expect((await postCall(http.url, 'modern', 'hello', '{}')).status).toBe(200);
  await http.close();
});

test('a port that is taken is an error that can be caught', async () => {
  const http = await serveHttp(server, QUIET);
  await expect(serveHttp(server, { ...QUIET, port: http.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await http.close();
});

test.each(ERAS)('closing lets a call in flight finish and takes no new one, in the %s era', async (era) => {
  const [started, finish] = [gate(), gate()];
  const slow = serverOf([tool('slow')], {
    slow: async () => {
      started.open();
      await finish.opened;
      return 'finished';
    },
  });
  const http = await serveHttp(slow, QUIET);
  const inFlight = postCall(http.url, era, 'slow', '{}');
  await started.opened;
  const closing = http.close();
  expect(http.close()).toBe(closing);
  await expect(postCall(http.url, era, 'slow', '{}').then(({ status }) => Promise.reject(status))).rejects.toSatisfy(
    (reason) => reason === 503 || reason instanceof TypeError,
  );
  finish.open();
  expect(await (await inFlight).text()).toContain('finished');
  await closing;
  await http.closed;
});

test('a call that does not end is cut off', async () => {
  const started = gate();
  const stuck = serverOf([tool('stuck')], {
    stuck: () => {
      started.open();
      return new Promise(() => undefined);
    },
  });
  const http = await serveHttp(stuck, { ...QUIET, shutdownTimeoutMs: 20 });
  const call = postCall(http.url, 'modern', 'stuck', '{}').then(
    (response) => response.text(),
    () => 'cut off',
  );
  await started.opened;
  await http.close();
  await http.closed;
  expect(await call).not.toContain('"result"');
});

test('a signal closes the server, also one that was aborted before', async () => {
  const controller = new AbortController();
  const http = await serveHttp(server, { ...QUIET, signal: controller.signal });
  controller.abort();
  await http.closed;
  const never = await serveHttp(server, { ...QUIET, signal: AbortSignal.abort() });
  await never.closed;
});

test('listeners for signals are taken away when the server closes', async () => {
  const before = process.listenerCount('SIGTERM');
  const http = await serveHttp(server, { port: 0 });
  expect(process.listenerCount('SIGTERM')).toBe(before + 1);
  await http.close();
  expect(process.listenerCount('SIGTERM')).toBe(before);
  expect(process.listenerCount('SIGINT')).toBe(before);
});

test('a subscription that is open does not hold up closing', async () => {
  const connection = await connect(server, [tool('hello')], 'modern', 'http');
  const subscription = await connection.client.raw.listen({ toolsListChanged: true });
  await connection[Symbol.asyncDispose]();
  expect(['local', 'graceful', 'remote']).toContain(await subscription.closed);
});

import { McpServer } from '@modelcontextprotocol/server';
import { afterEach, expect, test, vi } from 'vitest';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { connect } from './support/connect.js';
import { serverOf } from './support/contract.js';

const TOOLS = Array.from(
  { length: 1_000 },
  (_, index): ToolDescriptor => ({ name: `t${index}`, inputSchema: { type: 'object' } }),
);
const handlers = Object.fromEntries(TOOLS.map(({ name }) => [name, () => name]));

afterEach(() => vi.restoreAllMocks());

test('a modern HTTP request registers the one tool that it calls, and none when it calls none', async () => {
  await using connection = await connect(serverOf(TOOLS, handlers), TOOLS, 'modern', 'http');
  const register = vi.spyOn(McpServer.prototype, 'registerTool');
  expect(await connection.call('t777')).toMatchObject({ text: 't777' });
  expect(register.mock.calls.map(([name]) => name)).toEqual(['t777']);
  const { tools } = await connection.client.raw.listTools();
  expect(tools).toHaveLength(1_000);
  expect(register).toHaveBeenCalledTimes(1);
});

test('the session of a legacy client over HTTP registers all, once', async () => {
  const register = vi.spyOn(McpServer.prototype, 'registerTool');
  await using connection = await connect(serverOf(TOOLS, handlers), TOOLS, 'legacy', 'http');
  expect(await connection.call('t777')).toMatchObject({ text: 't777' });
  expect(register).toHaveBeenCalledTimes(1_000);
  expect((await connection.client.raw.listTools()).tools).toHaveLength(1_000);
});

test.each(['modern', 'legacy'] as const)('a %s connection registers what it calls, once', async (era) => {
  const server = serverOf(TOOLS, handlers);
  const register = vi.spyOn(McpServer.prototype, 'registerTool');
  await using connection = await connect(server, TOOLS, era, 'memory');
  const changed = vi.fn();
  connection.client.raw.setNotificationHandler('notifications/tools/list_changed', changed);
  for (const name of ['t2', 't1', 't2']) expect(await connection.call(name)).toMatchObject({ text: name });
  // The first brings along what answers calls.
  expect(register.mock.calls.map(([name]) => name)).toEqual(['t0', 't2', 't1']);
  const { tools } = await connection.client.raw.listTools();
  expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
  await expect(connection.client.raw.callTool({ name: 'unknown' })).rejects.toMatchObject({ code: -32602 });
  expect(changed).not.toHaveBeenCalled();
});

test('an encoded tool name is found among all', async () => {
  const { serveHttp } = await import('../../src/runtime/http.js');
  const { postCall } = await import('./support/post.js');
  const http = await serveHttp(serverOf(TOOLS, handlers), { port: 0, handleSignals: false });
  const encoded = `=?base64?${Buffer.from('t42').toString('base64')}?=`;
  const answer = await postCall(http.url, 'modern', 't42', '{}', { 'mcp-name': encoded });
  expect(await answer.text()).toContain('"text":"t42"');
  const lie = await postCall(http.url, 'modern', 't42', '{}', { 'mcp-name': 't43' });
  expect(lie.status).toBe(400);
  await http.close();
});

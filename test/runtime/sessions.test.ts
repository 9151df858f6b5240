import { expect, test } from 'vitest';
import type { ToolContext } from '../../src/runtime/context.js';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { type HttpOptions, serveHttp } from '../../src/runtime/http.js';
import { MemoryEventStore } from '../../src/runtime/memory-event-store.js';
import { serverOf } from './support/contract.js';
import { gate } from './support/gate.js';
import { openSession, postCall } from './support/post.js';

const tool = (name: string): ToolDescriptor => ({ name, inputSchema: { type: 'object' } });
const server = serverOf([tool('hello')], { hello: () => 'hello' });
const QUIET = { port: 0, handleSignals: false, shutdownTimeoutMs: 1_000 } as const;
const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

async function served(options: HttpOptions = {}, of = server) {
  const handle = await serveHttp(of, { ...QUIET, ...options });
  const send = (method: string, headers: Record<string, string>, message?: object): Promise<Response> =>
    fetch(handle.url, {
      method,
      headers: { ...HEADERS, ...headers },
      ...(message !== undefined && { body: JSON.stringify({ jsonrpc: '2.0', ...message }) }),
    });
  return { url: handle.url, send, [Symbol.asyncDispose]: handle.close };
}

const list = { id: 2, method: 'tools/list', params: {} };

test('a session is opened by initialize and ended by DELETE', async () => {
  await using http = await served();
  const session = await openSession(http.url);
  expect(session['mcp-session-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(await (await http.send('POST', session, list)).text()).toContain('"hello"');
  expect((await http.send('DELETE', session)).status).toBe(200);
  const gone = await http.send('POST', session, list);
  expect(gone.status).toBe(404);
  expect(await gone.json()).toMatchObject({ id: null, error: { code: -32001, message: 'Session not found' } });
});

test('what is in no session is answered alone; what is in a made-up one is refused, and a method that HTTP has beside the three', async () => {
  await using http = await served();
  expect(await (await http.send('POST', {}, list)).text()).toContain('"hello"');
  expect((await http.send('GET', {})).status).toBe(400);
  expect((await http.send('POST', { 'mcp-session-id': 'made-up' }, list)).status).toBe(404);
  const put = await http.send('PUT', {}, list);
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST, DELETE']);
});

test('what cannot be read is answered before it is routed', async () => {
  await using http = await served({ maxBodyBytes: 100 });
  const post = (body: string, type = 'application/json') =>
    fetch(http.url, { method: 'POST', headers: { ...HEADERS, 'content-type': type }, body });
  const malformed = await post('{');
  expect([malformed.status, await malformed.json()]).toMatchObject([400, { error: { code: -32700 } }]);
  expect((await post('{}', 'text/plain')).status).toBe(415);
  expect((await post(JSON.stringify({ text: 'x'.repeat(100) }))).status).toBe(413);
});

test('a session is of no use to anybody but who opened it', async () => {
  const authenticate: HttpOptions['authenticate'] = ({ headers }) => {
    const token = headers.get('authorization');
    if (token === null) return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } });
    return { token, clientId: 'desk', scopes: [], extra: { sub: token } };
  };
  await using http = await served({ authenticate });
  const anonymous = await http.send('POST', {}, list);
  expect([anonymous.status, anonymous.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  const anna = await openSession(http.url, { authorization: 'anna' });
  expect((await http.send('POST', { ...anna, authorization: 'anna' }, list)).status).toBe(200);
  for (const method of ['POST', 'GET', 'DELETE']) {
    const stolen = await http.send(method, { ...anna, authorization: 'otto' }, method === 'POST' ? list : undefined);
    expect(stolen.status, method).toBe(404);
  }
});

test('the session that was idle longest makes room, one in use does not', async () => {
  await using http = await served({ sessions: { max: 2 } });
  const [first, second] = [await openSession(http.url), await openSession(http.url)];
  await (await http.send('POST', first, list)).text();
  const third = await openSession(http.url);
  const status = async (session: Record<string, string>) => (await http.send('POST', session, list)).status;
  expect([await status(first), await status(second), await status(third)]).toEqual([200, 404, 200]);
  const streams = await Promise.all([http.send('GET', first), http.send('GET', third)]);
  const refused = await http.send(
    'POST',
    {},
    {
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
    },
  );
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  for (const { body } of streams) await body?.cancel();
});

test('a session that nobody uses ends, one with an open stream does not', async () => {
  await using http = await served({ sessions: { idleMs: 300 } });
  const [idle, used] = [await openSession(http.url), await openSession(http.url)];
  const stream = await http.send('GET', used);
  await expect
    .poll(async () => {
      // Asking would use it.
      await new Promise((resolve) => setTimeout(resolve, 700));
      return (await http.send('POST', idle, list)).status;
    })
    .toBe(404);
  expect((await http.send('POST', used, list)).status).toBe(200);
  await stream.body?.cancel();
});

/** Reads a stream of events until one holds the text, and gives the ids of all that came. */
async function readUntil(response: Response, text: string): Promise<{ ids: string[]; text: string }> {
  let seen = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    seen += decoder.decode(chunk as Uint8Array, { stream: true });
    if (seen.includes(text)) break;
  }
  return { ids: [...seen.matchAll(/^id: (.+)$/gm)].map(([, id = '']) => id), text: seen };
}

test('a client whose connection breaks has the rest of the answer when it comes back', async () => {
  const [begun, finish] = [gate(), gate()];
  const slow = serverOf([tool('slow')], {
    slow: async (_input: unknown, { progress }: ToolContext) => {
      await progress(1);
      begun.open();
      await finish.opened;
      return 'finished after all';
    },
  });
  await using http = await served({}, slow);
  const [session, other] = [await openSession(http.url), await openSession(http.url)];
  const params = { name: 'slow', arguments: {}, _meta: { progressToken: 7 } };
  const call = await http.send('POST', session, { id: 3, method: 'tools/call', params });
  await begun.opened;
  const { ids, text } = await readUntil(call, 'notifications/progress');
  expect(text).toContain('retry: 1000');
  finish.open();
  const last = ids.at(-1) ?? '';
  const resumed = await http.send('GET', { ...session, 'last-event-id': last });
  const rest = await resumed.text();
  expect(rest).toContain('finished after all');
  expect(rest).not.toContain('notifications/progress');
  // The same event does not exist for another session.
  expect((await http.send('GET', { ...other, 'last-event-id': last })).status).toBe(400);
});

test('a handler that takes long lets go of the connection, and the client comes back for the answer', async () => {
  const finish = gate();
  const slow = serverOf([tool('slow')], {
    slow: async (_input: unknown, { closeStream }: ToolContext) => {
      closeStream();
      await finish.opened;
      return 'finished after all';
    },
  });
  await using http = await served({ sessions: { retryMs: 25 } }, slow);
  const session = await openSession(http.url);
  const call = { id: 7, method: 'tools/call', params: { name: 'slow', arguments: {} } };
  // The stream has ended, and the handler has not.
  const said = await (await http.send('POST', session, call)).text();
  expect(said).not.toContain('finished');
  expect(said).toContain('retry: 25');
  const resumed = await http.send('GET', { ...session, 'last-event-id': /^id: (.+)$/m.exec(said)?.[1] ?? '' });
  finish.open();
  expect(await resumed.text()).toContain('finished after all');
  // Where there is no coming back, the connection stays.
  expect(await (await postCall(http.url, 'modern', 'slow', '{}')).text()).toContain('finished after all');
});

test('without sessions each request of an older client stands alone', async () => {
  await using http = await served({ sessions: false });
  expect(await openSession(http.url)).not.toHaveProperty('mcp-session-id');
  expect(await (await http.send('POST', {}, list)).text()).toContain('"hello"');
  expect((await http.send('GET', {})).status).toBe(405);
});

test('as many requests are answered at one time as there may be', async () => {
  const [started, finish] = [gate(), gate()];
  const slow = serverOf([tool('slow')], {
    slow: async () => {
      started.open();
      await finish.opened;
      return 'done';
    },
  });
  await using http = await served({ maxConcurrentRequests: 1 }, slow);
  const first = postCall(http.url, 'modern', 'slow', '{}');
  await started.opened;
  const second = await postCall(http.url, 'modern', 'slow', '{}');
  expect([second.status, second.headers.get('retry-after')]).toEqual([503, '1']);
  finish.open();
  expect(await (await first).text()).toContain('done');
  expect((await postCall(http.url, 'modern', 'slow', '{}')).status).toBe(200);
});

test('the store in memory forgets the oldest events, and those of a session that has ended', async () => {
  const store = new MemoryEventStore(2_000);
  const message = (id: number) => ({ jsonrpc: '2.0', id, result: { text: 'x'.repeat(500) } }) as const;
  const ids = [];
  for (let index = 0; index < 4; index++) ids.push(await store.storeEvent('a/s', message(index)));
  expect(await Promise.all(ids.map(store.getStreamIdForEventId))).toEqual([undefined, undefined, 'a/s', 'a/s']);
  const sent: unknown[] = [];
  expect(await store.replayEventsAfter(ids[2] ?? '', { send: async (_id, each) => void sent.push(each) })).toBe('a/s');
  expect(sent).toEqual([message(3)]);
  await expect(store.replayEventsAfter(ids[0] ?? '', { send: async () => undefined })).rejects.toThrow('not kept');
  await store.forget('a');
  expect(await store.getStreamIdForEventId(ids[3] ?? '')).toBeUndefined();
});

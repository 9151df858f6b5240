import { once } from 'node:events';
import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handlers } from '../conformance/server/generated/server/handlers.js';
import { createServer, type HttpHandle, serveHttp } from '../conformance/server/generated/server/index.js';
import { goodHeaders, goodRequest } from './support/compose.js';
import { sendHttp } from './support/http-wire.js';

const GOOD = { method: 'tools/call', params: { name: 'test_simple_text', arguments: {} } };
const SLOW_MS = 300;
const server = createServer(handlers, { services: {} });

let http: HttpHandle;
beforeAll(async () => {
  http = await serveHttp(server, { port: 0, handleSignals: false, requestTimeoutMs: SLOW_MS, sessions: false });
});
afterAll(() => http.close());

/** Opens a bare connection and writes this. */
async function open(bytes: string): Promise<Socket> {
  const socket = connect(http.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
}

function head(length: number | string, more = ''): string {
  const headers = { host: 'localhost', ...goodHeaders('modern', GOOD), 'content-length': String(length) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `POST /mcp HTTP/1.1\r\n${lines.join('\r\n')}\r\n${more}\r\n`;
}

const BODY = JSON.stringify(goodRequest('modern', GOOD.method, GOOD.params));

async function stillAnswers(): Promise<void> {
  const answer = await sendHttp({ port: http.port, headers: goodHeaders('modern', GOOD), body: BODY });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('This is a simple text response');
}

test('a client that never ends its headers is cut off with 408', async () => {
  const socket = await open('POST /mcp HTTP/1.1\r\nHost: localhost\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  await stillAnswers();
});

test('a client that never ends its body is cut off with 408', async () => {
  const socket = await open(`${head(BODY.length)}{"jsonrpc"`);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  await stillAnswers();
});

test('many slow clients keep nobody else from being answered', async () => {
  const sockets = await Promise.all(Array.from({ length: 200 }, () => open('POST /mcp HTTP/1.1\r\nHost: loc')));
  await stillAnswers();
  await Promise.all(sockets.map((socket) => text(socket)));
  await stillAnswers();
});

test('a body that is longer than it says is cut where it says, and the rest is no request', async () => {
  const socket = await open(`${head(BODY.length)}${BODY}GARBAGE\r\n\r\n`);
  const answers = await text(socket);
  // The rest may be refused before the call is answered; then nobody is left who could be.
  expect(answers.match(/HTTP\/1\.1 200 /g) ?? []).toHaveLength(answers.startsWith('HTTP/1.1 200 ') ? 1 : 0);
  expect(answers).toMatch(/HTTP\/1\.1 400 Bad Request/);
  await stillAnswers();
});

test('a body that is cut short by the client is never a call', async () => {
  const socket = await open(`${head(BODY.length)}${BODY.slice(0, 40)}`);
  socket.destroy();
  await stillAnswers();
});

test.each([
  ['no number', 'abc'],
  ['negative', '-1'],
  ['two numbers', '5, 6'],
  ['too large to be a number', '99999999999999999999999'],
])('a Content-Length that is %s is refused', async (_what, length) => {
  const answer = await text(await open(`${head(length)}${BODY}`));
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  await stillAnswers();
});

test('a length beside a transfer encoding is refused (request smuggling)', async () => {
  const answer = await text(await open(`${head(BODY.length, 'Transfer-Encoding: chunked\r\n')}0\r\n\r\n`));
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  await stillAnswers();
});

test('a declared length above the limit is refused before the body has come', async () => {
  const socket = await open(head(1_000_000_000));
  const [first] = (await once(socket, 'data')) as [Buffer];
  expect(String(first)).toMatch(/^HTTP\/1\.1 413 /);
  socket.destroy();
  await stillAnswers();
});

test('headers above 16 KiB are refused', async () => {
  const answer = await text(await open(head(BODY.length, `X-Long: ${'a'.repeat(20_000)}\r\n`)));
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  await stillAnswers();
});

test('what is no HTTP is refused', async () => {
  expect(await text(await open('{"jsonrpc":"2.0"}\r\n\r\n'))).toMatch(/^HTTP\/1\.1 400 /);
  await stillAnswers();
});

test('a header with a line end in it cannot be sent past the check', async () => {
  const answer = await text(await open(head(BODY.length, 'Mcp-Param-A: b\rX-Evil: 1\r\n')));
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  await stillAnswers();
});

test('a client that goes while its call runs leaves the server as it was', async () => {
  const call = { method: 'tools/call', params: { name: 'test_tool_with_progress', arguments: {} } };
  const request = goodRequest('modern', call.method, call.params);
  const meta = (request['params'] as { _meta: object })._meta;
  const body = JSON.stringify({ ...request, params: { ...call.params, _meta: { ...meta, progressToken: 1 } } });
  const headers = Object.entries({ host: 'localhost', ...goodHeaders('modern', call), 'content-length': body.length });
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const sockets = await Promise.all(
    Array.from({ length: 50 }, () => open(`POST /mcp HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)),
  );
  await Promise.all(sockets.map((socket) => once(socket, 'data')));
  for (const socket of sockets) socket.destroy();
  await stillAnswers();
});

test('of ten thousand concurrent calls each gets its own answer', async () => {
  const CALLS = 10_000;
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const busy = await serveHttp(server, { port: 0, handleSignals: false, sessions: false });
  const call = async (number: number): Promise<void> => {
    const era = number % 2 === 0 ? 'modern' : 'legacy';
    const secret = `caller-${number}-${Math.random().toString(36).slice(2)}`;
    const params = {
      name: 'json_schema_2020_12_tool',
      arguments: { name: secret, contactMethod: 'phone', phone: String(number) },
    };
    const answer = await sendHttp({
      port: busy.port,
      agent,
      headers: goodHeaders(era, { method: 'tools/call', params }),
      // Half of them share their ids with somebody else.
      body: JSON.stringify({ ...goodRequest(era, 'tools/call', params), id: number % 5_000 }),
    });
    const [message] = answer.messages;
    if (answer.status !== 200 || message?.['id'] !== number % 5_000 || !answer.text.includes(secret)) {
      throw new Error(`${secret} got ${answer.status} ${answer.text.slice(0, 300)}`);
    }
    if ((answer.text.match(/caller-\d+-/g) ?? []).length !== 1) throw new Error(`${secret} got more than its own`);
  };
  await Promise.all(Array.from({ length: CALLS }, (_, number) => call(number)));
  agent.destroy();
  await busy.close();
});

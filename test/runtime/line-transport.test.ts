import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { LineTransport } from '../../src/runtime/line-transport.js';
import { serveStdio } from '../../src/runtime/stdio.js';
import { INFO, serverOf } from './support/contract.js';
import { gate } from './support/gate.js';
import { MODERN_META } from './support/raw.js';

const tool = (name: string): ToolDescriptor => ({ name, inputSchema: { type: 'object' } });

/** A server over two streams, and what it has written, line by line. */
function served(handlers: object = { hello: () => 'hello' }, maxLineBytes = 10_000, maxConcurrentRequests = 100) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answers: Record<string, unknown>[] = [];
  output.on('data', (chunk) => {
    for (const line of String(chunk).trim().split('\n')) answers.push(JSON.parse(line) as Record<string, unknown>);
  });
  const server = serverOf(Object.keys(handlers).map(tool), handlers);
  const transport = new LineTransport(input, output, maxLineBytes);
  const handle = serveStdio(server, { transport, shutdownTimeoutMs: 1_000, maxConcurrentRequests });
  const answer = async (id: unknown): Promise<Record<string, unknown>> => {
    await expect.poll(() => answers.some((each) => each['id'] === id)).toBe(true);
    return answers.find((each) => each['id'] === id) ?? {};
  };
  return { input, output, answers, answer, close: handle.close, closed: handle.closed };
}

const line = (message: object): string => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`;
const call = (id: number, name = 'hello', meta: object = MODERN_META): string =>
  line({ id, method: 'tools/call', params: { name, arguments: {}, _meta: meta } });

test('a message may come in pieces, and several at once', async () => {
  const { input, answer, close } = served();
  const text = call(1) + call(2);
  for (const byte of Buffer.from(text)) input.write(Buffer.from([byte]));
  input.write(`${call(3)}\r\n\n${call(4)}`);
  for (const id of [1, 2, 3, 4]) expect(await answer(id)).toMatchObject({ result: { content: [{ text: 'hello' }] } });
  await close();
});

test.each([
  { title: 'no JSON', text: '{"jsonrpc":', code: -32700, id: null },
  { title: 'no UTF-8', text: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), code: -32700, id: null },
  { title: 'no message', text: '{}', code: -32600, id: null },
  { title: 'a number', text: '7', code: -32600, id: null },
  { title: 'a batch', text: '[]', code: -32600, id: null },
  {
    title: 'a request of another version of JSON-RPC',
    text: '{"jsonrpc":"1.0","id":5,"method":"ping"}',
    code: -32600,
    id: 5,
  },
  {
    title: 'a request whose parameters are a list',
    text: '{"jsonrpc":"2.0","id":5,"method":"ping","params":[]}',
    code: -32600,
    id: 5,
  },
  { title: 'a line that is too long', text: `"${'x'.repeat(20_000)}"`, code: -32600, id: null },
])('a line that is $title is refused with $code, and the connection goes on', async ({ text, code, id }) => {
  const { input, answer, answers, close } = served();
  input.write(text);
  input.write(`\n${call(1)}`);
  expect(await answer(1)).toHaveProperty('result');
  expect(answers[0]).toMatchObject({ jsonrpc: '2.0', id, error: { code } });
  expect(answers).toHaveLength(2);
  await close();
});

test('a revision that is not served is refused at any time', async () => {
  const { input, answer, close } = served();
  const unknown = { ...MODERN_META, 'io.modelcontextprotocol/protocolVersion': '1999-01-01' };
  input.write(call(1, 'hello', unknown) + call(2) + call(3, 'hello', unknown));
  for (const id of [1, 3]) {
    expect(await answer(id)).toMatchObject({
      error: { code: -32022, data: { supported: ['2026-07-28'], requested: '1999-01-01' } },
    });
  }
  expect(await answer(2)).toHaveProperty('result');
  await close();
});

test('in a session of an older revision no request names one', async () => {
  const { input, answer, close } = served();
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: INFO };
  input.write(line({ id: 1, method: 'initialize', params }) + line({ method: 'notifications/initialized' }));
  expect(await answer(1)).toMatchObject({ result: { protocolVersion: '2025-06-18' } });
  input.write(call(2, 'hello', { 'io.modelcontextprotocol/protocolVersion': '1999-01-01' }));
  expect(await answer(2)).toHaveProperty('result');
  await close();
});

test('as many requests are answered at one time as there may be', async () => {
  const finish = gate();
  const slow = async () => {
    await finish.opened;
    return 'done';
  };
  const { input, answer, close } = served({ slow }, 10_000, 2);
  input.write(call(1, 'slow') + call(2, 'slow') + call(3, 'slow'));
  expect(await answer(3)).toMatchObject({ error: { code: -32603, message: 'The server is busy' } });
  finish.open();
  for (const id of [1, 2]) expect(await answer(id)).toHaveProperty('result');
  await close();
});

test('the connection ends with the input, also one that had ended before', async () => {
  const first = served();
  first.input.end();
  await first.closed;
  const input = new PassThrough();
  input.end().resume();
  await new Promise((resolve) => input.once('close', resolve));
  const second = serveStdio(serverOf([], {}), { transport: new LineTransport(input, new PassThrough()) });
  await second.closed;
});

test('an output that fails ends the connection, and nothing else', async () => {
  const { output, closed } = served();
  output.destroy(new Error('EPIPE'));
  await closed;
});

test('from a client that leaves its answers unread no more is read', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const large = 'x'.repeat(1024 * 1024);
  const transport = new LineTransport(input, output);
  const handle = serveStdio(serverOf([tool('large')], { large: () => large }), { transport, shutdownTimeoutMs: 100 });
  for (let id = 0; id < 30; id++) input.write(call(id, 'large'));
  await expect.poll(() => input.isPaused()).toBe(true);
  output.resume();
  await expect.poll(() => input.isPaused()).toBe(false);
  await handle.close();
});

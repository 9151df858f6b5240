import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handlers } from '../conformance/server/generated/server/handlers.js';
import { createServer, type HttpHandle, serveHttp } from '../conformance/server/generated/server/index.js';
import { goodHeaders, goodRequest } from './support/compose.js';
import { sendHttp } from './support/http-wire.js';

// What a call keeps between its rounds travels through the client (basic/patterns/mrtr, Server Requirements and Security
// Considerations): a server must refuse what it has not sealed for this very request, and must not believe it for longer than it said.
const TOOL = 'test_input_required_result_tampered_state';
const OTHER_TOOL = 'test_input_required_result_request_state';
const ANSWERS = { confirm: { action: 'accept', content: { ok: true } } };
const QUIET = { port: 0, handleSignals: false } as const;
const LIFE_MS = 400;

let http: HttpHandle;
let other: HttpHandle;
beforeAll(async () => {
  http = await serveHttp(createServer(handlers, { services: {} }), QUIET);
  // Another process with a secret of its own, whose states live shortly.
  other = await serveHttp(createServer(handlers, { services: {}, input: { answerTimeoutMs: LIFE_MS } }), QUIET);
});
afterAll(() => Promise.all([http.close(), other.close()]));

async function call(port: number, name: string, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const params = { name, arguments: {}, ...more };
  const request = goodRequest('modern', 'tools/call', params);
  const meta = (request['params'] as { _meta: Record<string, unknown> })._meta;
  meta['io.modelcontextprotocol/clientCapabilities'] = { elicitation: { form: {} } };
  const headers = goodHeaders('modern', { method: 'tools/call', params });
  const { messages } = await sendHttp({ port, headers, body: JSON.stringify(request) });
  return messages.at(-1) ?? {};
}

async function stateOf(port: number, name = TOOL): Promise<string> {
  const answer = await call(port, name);
  expect(answer).toMatchObject({ result: { resultType: 'input_required', requestState: expect.any(String) } });
  return (answer['result'] as { requestState: string }).requestState;
}

const REFUSED = { error: { code: -32602 } };

test('a state that comes back as it was completes the call', async () => {
  const requestState = await stateOf(http.port);
  const answer = await call(http.port, TOOL, { inputResponses: ANSWERS, requestState });
  expect(JSON.stringify(answer)).toContain('integrity-ok');
});

test('a state with any one character changed is refused', async () => {
  const requestState = await stateOf(http.port);
  for (let at = 0; at < requestState.length; at += 7) {
    const changed = requestState[at] === 'A' ? 'B' : 'A';
    const tampered = `${requestState.slice(0, at)}${changed}${requestState.slice(at + 1)}`;
    expect(await call(http.port, TOOL, { inputResponses: ANSWERS, requestState: tampered })).toMatchObject(REFUSED);
  }
});

test.each([
  ['cut short', (state: string) => state.slice(0, -4)],
  ['lengthened', (state: string) => `${state}AAAA`],
  ['empty', () => ''],
  ['made up', () => 'AAAA.AAAA.AAAA'],
  ['a megabyte long', () => 'A'.repeat(1_000_000)],
  ['that of nobody, with NUL bytes', () => '\0\0\0\0'],
])('a state that is %s is refused', async (_what, change) => {
  const requestState = change(await stateOf(http.port));
  const answer = await call(http.port, TOOL, { inputResponses: ANSWERS, requestState });
  expect(answer).toMatchObject(REFUSED);
  expect(JSON.stringify(answer).length).toBeLessThan(2_000);
});

test('a state of another tool is refused', async () => {
  const requestState = await stateOf(http.port);
  expect(await call(http.port, OTHER_TOOL, { inputResponses: ANSWERS, requestState })).toMatchObject(REFUSED);
});

test('a state that another server has sealed is refused', async () => {
  const requestState = await stateOf(other.port);
  expect(await call(http.port, TOOL, { inputResponses: ANSWERS, requestState })).toMatchObject(REFUSED);
});

test('a state is refused when its time is over', async () => {
  const requestState = await stateOf(other.port);
  await after(LIFE_MS + 100);
  expect(await call(other.port, TOOL, { inputResponses: ANSWERS, requestState })).toMatchObject(REFUSED);
});

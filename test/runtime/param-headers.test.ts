import { expect, test } from 'vitest';
import { checkParamHeaders } from '../../src/runtime/param-headers.js';
import { MODERN_META } from './support/raw.js';

const place = { type: 'object', properties: { region: { type: 'string', 'x-mcp-header': 'Region' } } };
const serve = checkParamHeaders([
  { name: 'ship', inputSchema: { type: 'object', properties: { to: place, fast: { type: 'boolean' } } } },
])(async () => new Response('passed on'));

function call(args: unknown, region: string | undefined, more: object = {}): Promise<Response> {
  const params = { name: 'ship', arguments: args, _meta: MODERN_META };
  return post(JSON.stringify({ jsonrpc: '2.0', id: 'x', method: 'tools/call', params, ...more }), region);
}

function post(body: string, region?: string): Promise<Response> {
  const headers: Record<string, string> = region === undefined ? {} : { 'Mcp-Param-Region': region };
  return serve(new Request('http://localhost/mcp', { method: 'POST', headers, body }));
}

test('a header of an argument within an argument is held against the body', async () => {
  expect(await (await call({ to: { region: 'eu' } }, 'eu')).text()).toBe('passed on');
  for (const args of [
    {},
    { to: null },
    { to: { region: null } },
    { to: 'eu' },
    { region: 'eu' },
    undefined,
    null,
    [],
  ]) {
    const refused = await call(args, 'eu');
    expect(refused.status, JSON.stringify(args)).toBe(400);
    expect(await refused.json()).toMatchObject({
      id: 'x',
      error: { code: -32020, data: { mismatch: { header: 'mcp-param-region', body: 'to.region' } } },
    });
  }
  expect((await call({ to: { region: 'Zürich' } }, 'Zürich')).status).toBe(400);
});

test('a member of the prototype is no argument', async () => {
  const odd = checkParamHeaders([
    { name: 'ship', inputSchema: { type: 'object', properties: { constructor: { 'x-mcp-header': 'Region' } } } },
  ])(async () => new Response('passed on'));
  const params = { name: 'ship', arguments: {}, _meta: MODERN_META };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
  const init = { method: 'POST', headers: { 'mcp-param-region': 'eu' }, body };
  expect((await odd(new Request('http://localhost/mcp', init))).status).toBe(400);
});

test.each([
  ['a call without such headers', call({}, undefined)],
  ['a call of another tool', call({}, 'eu', { params: { name: 'other', arguments: {}, _meta: MODERN_META } })],
  ['another method', call({}, 'eu', { method: 'prompts/get' })],
  ['a call of an older client', call({}, 'eu', { params: { name: 'ship', arguments: {} } })],
  ['a notification', call({}, 'eu', { id: undefined })],
  ['what is no JSON', post('{', 'eu')],
  ['what is no message', post('null', 'eu')],
])('%s is passed on', async (_what, answer) => {
  expect(await (await answer).text()).toBe('passed on');
});

import type { Era } from './contract.js';
import { INFO } from './contract.js';
import { MODERN_META } from './raw.js';

const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

/** POSTs one `tools/call` whose arguments are given as JSON text, and returns the HTTP response. An older client opens a session first. */
export async function postCall(
  url: string,
  era: Era,
  tool: string,
  args: string,
  extra: Record<string, string> = {},
): Promise<Response> {
  const meta = era === 'modern' ? `,"_meta":${JSON.stringify(MODERN_META)}` : '';
  const own = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': tool };
  return fetch(url, {
    method: 'POST',
    headers: { ...JSON_HEADERS, ...(era === 'modern' ? own : await openSession(url)), ...extra },
    body: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":${JSON.stringify(tool)},"arguments":${args}${meta}}}`,
  });
}

/** POSTs any modern request, with `mcp-name` where the method wants it. */
export function postRaw(
  url: string,
  method: string,
  params: Readonly<Record<string, unknown>>,
  extra: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...extra,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: MODERN_META } }),
  });
}

/** Opens a session as a client of an older revision does, and gives the headers that its further requests have. */
export async function openSession(
  url: string,
  extra: Record<string, string> = {},
  send: (url: string, init: RequestInit) => Promise<Response> = fetch,
): Promise<Record<string, string>> {
  const headers = { ...JSON_HEADERS, ...extra };
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: INFO };
  const post = (message: object, more: Record<string, string> = {}): Promise<Response> =>
    send(url, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify({ jsonrpc: '2.0', ...message }),
    });
  const response = await post({ id: 'initialize', method: 'initialize', params });
  await response.text();
  const id = response.headers.get('mcp-session-id');
  const own = { 'mcp-protocol-version': '2025-11-25', ...(id !== null && { 'mcp-session-id': id }) };
  await (await post({ method: 'notifications/initialized' }, own)).text();
  return own;
}

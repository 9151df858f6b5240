import type { Era } from './contract.js';
import { MODERN_META } from './raw.js';

/** POSTs one `tools/call` whose arguments are given as JSON text, and returns the HTTP response. */
export function postCall(
  url: string,
  era: Era,
  tool: string,
  args: string,
  extra: Record<string, string> = {},
): Promise<Response> {
  const meta = era === 'modern' ? `,"_meta":${JSON.stringify(MODERN_META)}` : '';
  const modern = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': tool };
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...(era === 'modern' ? modern : { 'mcp-protocol-version': '2025-11-25' }),
      ...extra,
    },
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

const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
  'mcp-protocol-version': '2026-07-28',
  'mcp-method': 'completion/complete',
};

/**
 * What the server at `url` proposes first for a variable of a template or an argument of a prompt; undefined where it proposes
 * nothing. The Inspector's command line cannot ask that.
 */
export async function firstCompletion(url, ref, name) {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': HEADERS['mcp-protocol-version'],
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const params = { ref, argument: { name, value: '' }, _meta };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'completion/complete', params });
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body });
  const { result } = await response.json();
  return result?.completion.values[0];
}

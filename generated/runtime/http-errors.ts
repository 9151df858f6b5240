// Copied by mcpgen from its tested runtime. Do not edit.

/** An answer of HTTP that says why in JSON-RPC, like those of the SDK: no request can be told it belongs to, so its `id` is null. */
export function httpError(
  status: number,
  code: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status, headers });
}

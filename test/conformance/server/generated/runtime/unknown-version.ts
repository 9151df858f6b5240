// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type JSONRPCErrorResponse,
  type JSONRPCMessage,
  PROTOCOL_VERSION_META_KEY,
  type RequestId,
  UnsupportedProtocolVersionError,
} from '@modelcontextprotocol/server';
import { isRecord, truncate } from './json.js';

/** The revision of which each request says that it belongs to it. */
const MODERN_REVISION = '2026-07-28';

/**
 * The refusal of a request that names a revision which is not served, -32022 (MCP 2026-07-28, versioning, "Protocol Version
 * Negotiation"); undefined for any other message. On a connection the SDK looks at the first request alone.
 */
export function refuseUnknownVersion(message: JSONRPCMessage): JSONRPCErrorResponse | undefined {
  if (!('method' in message && 'id' in message)) return undefined;
  const meta = message.params?.['_meta'];
  const requested = isRecord(meta) ? meta[PROTOCOL_VERSION_META_KEY] : undefined;
  if (typeof requested !== 'string' || requested === MODERN_REVISION) return undefined;
  return unsupported(message.id, requested);
}

/** The refusal of an `initialize` where no older revision is served. Such clients show their users the message, so it names what is. */
export function refuseInitialize(message: JSONRPCMessage): JSONRPCErrorResponse | undefined {
  if (!('method' in message && 'id' in message) || message.method !== 'initialize') return undefined;
  return unsupported(message.id, String(message.params?.['protocolVersion']));
}

function unsupported(id: RequestId, requested: string): JSONRPCErrorResponse {
  const text = `Unsupported protocol version: ${truncate(requested, 100)}. This server speaks ${MODERN_REVISION}.`;
  const asked = truncate(requested, 100);
  const { code, data } = new UnsupportedProtocolVersionError({ supported: [MODERN_REVISION], requested: asked });
  return { jsonrpc: '2.0', id, error: { code, message: text, data } };
}

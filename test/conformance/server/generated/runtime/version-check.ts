// Copied by mcpgen from its tested runtime. Do not edit.

import { type JSONRPCErrorResponse, PROTOCOL_VERSION_META_KEY } from '@modelcontextprotocol/server';
import { truncate } from './json.js';

const MODERN = '2026-07-28';
const UNSUPPORTED_VERSION = -32022;

/**
 * Refuses requests on one connection that name a version which is not served (basic/versioning, Protocol Version Negotiation). The SDK
 * looks at the version of the first message only. A client that has opened with `initialize` speaks an older revision, which
 * does not name its version again.
 */
export function versionCheck(): (message: unknown) => JSONRPCErrorResponse | undefined {
  let isLegacy: boolean | undefined;
  return (message) => {
    if (typeof message !== 'object' || message === null || !('method' in message) || !('id' in message))
      return undefined;
    if (message.method === 'initialize') isLegacy ??= true;
    const requested = isLegacy ? undefined : versionOf(message);
    if (requested === MODERN) isLegacy ??= false;
    if (requested === undefined || requested === MODERN) return undefined;
    return {
      jsonrpc: '2.0',
      id: message.id as string | number,
      error: {
        code: UNSUPPORTED_VERSION,
        message: 'Unsupported protocol version',
        data: { supported: [MODERN], requested: truncate(requested, 100) },
      },
    };
  };
}

function versionOf(message: object): string | undefined {
  const meta = (message as { params?: { _meta?: Record<string, unknown> } }).params?._meta;
  const version = meta?.[PROTOCOL_VERSION_META_KEY];
  return typeof version === 'string' ? version : undefined;
}

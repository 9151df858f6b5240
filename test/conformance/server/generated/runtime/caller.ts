// Copied by mcpgen from its tested runtime. Do not edit.

import type { AuthInfo } from '@modelcontextprotocol/server';

/**
 * A text that is the same for all requests of one caller, and for those of nobody else: what belongs to a caller is kept under it.
 * Where nobody authenticates, everybody is one caller. Scopes and the time of expiry are no part of it, since tokens are renewed.
 */
export function callerOf(auth: Pick<AuthInfo, 'clientId' | 'extra'> | undefined): string {
  if (auth === undefined) return '';
  const { clientId, extra = {} } = auth;
  return JSON.stringify([clientId, extra['iss'] ?? null, extra['sub'] ?? null]);
}

import type { AuthInfo, ServerContext } from '@modelcontextprotocol/server';

/** Who calls, as the host's authentication found out. Never taken from what the caller says about itself. */
export interface Principal {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Seconds since 1970. */
  readonly expiresAt?: number;
  /** What the token verifier added. The token itself is not passed on. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export function toPrincipal(auth: AuthInfo | undefined): Principal | undefined {
  if (auth === undefined) return undefined;
  const { clientId, scopes, expiresAt, extra = {} } = auth;
  return { clientId, scopes, extra, ...(expiresAt !== undefined && { expiresAt }) };
}

/**
 * Whether the caller of a request lacks some of the scopes. HTTP refuses such requests with a challenge before they get here; some
 * transports cannot. On stdio nobody authenticates: whoever started the process may do everything (MCP 2026-07-28, authorization).
 */
export function lacksScopes(scopes: readonly string[] | undefined, { http }: Pick<ServerContext, 'http'>): boolean {
  if (scopes === undefined || http === undefined) return false;
  const granted = new Set(http.authInfo?.scopes);
  return !scopes.every((scope) => granted.has(scope));
}

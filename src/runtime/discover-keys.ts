/** Bounds of looking for the metadata of an authorization server. */
export interface DiscoveryBounds {
  readonly timeoutMs: number;
  /** How long a failure is remembered. */
  readonly cooldownMs: number;
}

const MAX_METADATA_BYTES = 262_144;

/**
 * Finds out where an authorization server has its keys: `jwks_uri` of its metadata (RFC 8414, section 3; OpenID Connect Discovery 1.0).
 * Asked once; after a failure, again when some time has passed. Rejects when there is no metadata, or it is another issuer's.
 */
export function discoverKeys(issuer: string, { timeoutMs, cooldownMs }: DiscoveryBounds): () => Promise<string> {
  let running: Promise<string> | undefined;
  let failedAt: number | undefined;
  return () => {
    if (failedAt !== undefined && Date.now() - failedAt >= cooldownMs) running = undefined;
    if (running === undefined) {
      failedAt = undefined;
      running = find(issuer, timeoutMs);
      running.catch(() => {
        failedAt = Date.now();
      });
    }
    return running;
  };
}

async function find(issuer: string, timeoutMs: number): Promise<string> {
  const { origin, pathname } = new URL(issuer);
  const path = pathname === '/' ? '' : pathname.replace(/\/$/, '');
  for (const address of [
    `${origin}/.well-known/oauth-authorization-server${path}`,
    `${origin}${path}/.well-known/openid-configuration`,
    `${origin}/.well-known/openid-configuration${path}`,
  ]) {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) return keysIn(await bounded(response), issuer, address);
    await response.body?.cancel();
  }
  throw new Error(`the authorization server ${issuer} has no metadata`);
}

function keysIn(text: string, issuer: string, address: string): string {
  const metadata = JSON.parse(text) as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
  if (metadata.issuer !== issuer) throw new Error(`the metadata at ${address} is not that of ${issuer}`);
  if (typeof metadata.jwks_uri !== 'string') throw new Error(`the authorization server ${issuer} publishes no keys`);
  return metadata.jwks_uri;
}

async function bounded(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_METADATA_BYTES) throw new Error('the metadata of the authorization server is too large');
  }
  return text + decoder.decode();
}

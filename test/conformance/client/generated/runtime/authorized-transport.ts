// Copied by mcpgen from its tested runtime. Do not edit.

import { type FetchLike, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import type { ClientAuth } from './oauth-session.js';

/** How a client reaches a server over HTTP. */
export interface HttpConnection {
  /** Absent: requests carry no token, and one that needs one fails. */
  readonly auth?: ClientAuth | undefined;
  /** Default: the one of the platform. */
  readonly fetch?: FetchLike | undefined;
}

/** Streamable HTTP with a token. A user who has to log in does so now, before anybody waits for an answer of the server. */
export async function authorizedTransport(url: string | URL, { auth, fetch }: HttpConnection): Promise<Transport> {
  const session = auth?.session(url, fetch);
  await session?.prepare();
  const send = session?.fetch ?? fetch;
  return new StreamableHTTPClientTransport(new URL(url), { ...(send !== undefined && { fetch: send }) });
}

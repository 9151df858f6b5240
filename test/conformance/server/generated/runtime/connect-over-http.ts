// Copied by mcpgen from its tested runtime. Do not edit.

import {
  SdkHttpError,
  SSEClientTransport,
  StreamableHTTPClientTransport,
  type StreamableHTTPClientTransportOptions,
  type Transport,
} from '@modelcontextprotocol/client';

/** How a server is reached over HTTP. */
export interface HttpConnectOptions {
  /** Options of the SDK's transport, such as `requestInit`, `fetch` or `authProvider`. */
  readonly transport?: StreamableHTTPClientTransportOptions | undefined;
  /**
   * Try the transport HTTP+SSE of 2024-11-05 where the server does not know Streamable HTTP: the deprecated transport of servers that
   * have not moved on. Default: no.
   */
  readonly sse?: boolean | undefined;
}

/**
 * Connects a client over Streamable HTTP: `connectOverHttp(createClient, 'https://desk.example.com/mcp')`. Which era it speaks is the
 * client's affair. Rejects as the client does when there is no connection.
 */
export async function connectOverHttp<Client>(
  connect: (transport: Transport) => Promise<Client>,
  url: string | URL,
  { transport = {}, sse = false }: HttpConnectOptions = {},
): Promise<Client> {
  try {
    return await connect(new StreamableHTTPClientTransport(new URL(url), transport));
  } catch (error) {
    if (!sse || !isUnknownThere(error)) throw error;
    const { requestInit, fetch, authProvider } = transport;
    return connect(
      new SSEClientTransport(new URL(url), {
        ...(requestInit !== undefined && { requestInit }),
        ...(fetch !== undefined && { fetch }),
        ...(authProvider !== undefined && { authProvider }),
      }),
    );
  }
}

/** How a server of 2024-11-05 answers a POST where it opens its stream (MCP 2025-11-25, transports, "Backwards Compatibility"). */
function isUnknownThere(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof SdkHttpError && cause.status !== undefined && [400, 404, 405].includes(cause.status))
      return true;
  }
  return false;
}

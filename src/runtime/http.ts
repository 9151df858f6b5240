import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  hostHeaderValidation,
  type NodeIncomingMessageLike,
  originValidation,
  toNodeHandler,
} from '@modelcontextprotocol/node';
import {
  type AuthInfo,
  createMcpHandler,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
} from '@modelcontextprotocol/server';
import { logLine } from './failure.js';
import { mendErrorAnswers } from './mend-errors.js';
import { OpenRequests } from './open-requests.js';
import type { ContractServer, Fetch } from './server.js';
import { closeOnSignals, DEFAULT_SHUTDOWN_TIMEOUT_MS } from './shutdown.js';

/** How a server is served over Streamable HTTP. */
export interface HttpOptions {
  /** Default: 3000; 0 takes any free port. */
  readonly port?: number | undefined;
  /** The address to listen on. Default: 127.0.0.1, which only this machine reaches. */
  readonly host?: string | undefined;
  /** Default: /mcp. Anything else is answered with 404. */
  readonly path?: string | undefined;
  /** Host names, without port, by which clients may call this server besides `localhost` and a concrete `host`. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Host names, without scheme and port, of web pages that may call this server besides those of this machine. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Finds out who calls, or refuses the request. What it gives is the `principal` of handlers. */
  readonly authenticate?: ((head: Request) => AuthInfo | Response | Promise<AuthInfo | Response>) | undefined;
  /** Answers requests for other paths, such as one for the metadata of a protected resource; undefined for those it does not know. */
  readonly elsewhere?: ((head: Request) => Response | undefined | Promise<Response | undefined>) | undefined;
  /** Closes the server when aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Close on SIGINT and SIGTERM. Default: yes. */
  readonly handleSignals?: boolean | undefined;
  /** How long closing waits for calls in flight. Default: 10 seconds. */
  readonly shutdownTimeoutMs?: number | undefined;
  /** How long a client may take to send a request; a slower one gets 408. How long a call takes is not limited. Default: 60 seconds. */
  readonly requestTimeoutMs?: number | undefined;
}

const DEFAULT_REQUEST_TIMEOUT_MS = 60_000;

/** A server that is being served. */
export interface HttpHandle {
  /** Where clients connect. */
  readonly url: string;
  readonly port: number;
  /** Takes no new connections, lets calls in flight finish, and ends the rest. */
  readonly close: () => Promise<void>;
  /** Resolves when the server has closed, for whatever reason. */
  readonly closed: Promise<void>;
}

/**
 * Serves any number of clients of both eras over HTTP. Older clients are served without sessions: each of their requests
 * stands alone, as a modern one does. They can therefore not cancel a call that is running, nor be asked anything by it.
 *
 * The `Host` and `Origin` of each request are checked, so that a web page cannot reach the server through a name of its own
 * (DNS rebinding). Rejects when the address cannot be listened on, and when the contract wants to know who calls and nobody finds out.
 */
export async function serveHttp(server: ContractServer, options: HttpOptions = {}): Promise<HttpHandle> {
  if (server.isProtected && options.authenticate === undefined) {
    throw new TypeError('the contract wants to know who calls over HTTP: give what `authorize` returns to the options');
  }
  const { port = 3000, host = '127.0.0.1', path = '/mcp', shutdownTimeoutMs = DEFAULT_SHUTDOWN_TIMEOUT_MS } = options;
  const onerror = (error: unknown): void => logLine(server.info.name, error);
  const mcp = createMcpHandler(server.build, { legacy: server.eras === 'modern' ? 'reject' : 'stateless', onerror });
  const answer = mendErrorAnswers(server.overHttp?.(mcp.fetch) ?? mcp.fetch);
  const serve = toNodeHandler({ fetch: admit(answer, path, options) }, { onerror });
  const isAllowedHost = hostHeaderValidation([
    ...localhostAllowedHostnames(),
    ...lowerCase(concrete(host)),
    ...lowerCase(options.allowedHosts),
  ]);
  const isAllowedOrigin = originValidation([...localhostAllowedOrigins(), ...lowerCase(options.allowedOrigins)]);
  const open = new OpenRequests();

  let closing: Promise<void> | undefined;
  const requestTimeout = options.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS;
  const limits = {
    requestTimeout,
    headersTimeout: Math.min(requestTimeout, 20_000),
    // How often Node looks for the slow ones.
    connectionsCheckingInterval: Math.min(requestTimeout, 5_000),
  };
  const http = createServer(limits, (request, response) => {
    if (closing !== undefined) {
      response.writeHead(503, { connection: 'close' }).end();
      return;
    }
    if (!isAllowedHost(request, response) || !isAllowedOrigin(request, response)) return;
    if (pathOf(request) !== path && options.elsewhere === undefined) {
      response.writeHead(404).end();
      return;
    }
    track(request, response, open);
    // The SDK's type knows no `exactOptionalPropertyTypes`; the request is what it expects.
    serve(request as NodeIncomingMessageLike, response).catch((error: unknown) => {
      onerror(error);
      response.destroy();
    });
  });
  const address = await listen(http, port, host);

  const close = (): Promise<void> => {
    closing ??= shutDown();
    return closing;
  };
  const shutDown = async (): Promise<void> => {
    stopListening();
    options.signal?.removeEventListener('abort', close);
    http.close();
    await open.drained(shutdownTimeoutMs);
    // Ends what nobody waits for: subscriptions, and calls that took too long.
    await mcp.close();
    http.closeAllConnections();
  };
  const stopListening = options.handleSignals === false ? () => undefined : closeOnSignals(close, shutdownTimeoutMs);
  options.signal?.addEventListener('abort', close);
  if (options.signal?.aborted) void close();

  const closed = new Promise<void>((resolve) => http.once('close', resolve));
  return { url: `http://${address.name}:${address.port}${path}`, port: address.port, close, closed };
}

/** Lets nobody in of whom `authenticate` does not say who it is. */
function admit(answer: Fetch, path: string, { authenticate, elsewhere }: HttpOptions): Fetch {
  return async (request, options) => {
    if (new URL(request.url).pathname !== path) {
      return (await elsewhere?.(request)) ?? new Response(null, { status: 404 });
    }
    const caller = await authenticate?.(request);
    if (caller instanceof Response) return caller;
    return answer(request, caller === undefined ? options : { ...options, authInfo: caller });
  };
}

/** Remembers a request until its answer is sent. A subscription stays open until somebody ends it, so nobody waits for it. */
function track(request: IncomingMessage, response: ServerResponse, open: OpenRequests): void {
  if (request.headers['mcp-method'] === 'subscriptions/listen') return;
  open.begin(response);
  response.once('close', () => open.end(response));
}

async function listen(
  http: Server,
  port: number,
  host: string,
): Promise<{ readonly name: string; readonly port: number }> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
  const address = http.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  return { name: concrete(host)[0] ?? 'localhost', port: actualPort };
}

/** The address as it stands in a URL and in a `Host` header; none for one that means all interfaces. */
function concrete(host: string): readonly string[] {
  if (host === '0.0.0.0' || host === '::') return [];
  return [host.includes(':') ? `[${host}]` : host];
}

/** As the host names of parsed headers are. */
function lowerCase(names: readonly string[] = []): readonly string[] {
  return names.map((name) => name.toLowerCase());
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? '';
}

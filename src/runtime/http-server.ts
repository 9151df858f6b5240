import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node';
import type { AuthInfo } from '@modelcontextprotocol/server';
import { createEndpoint, DEFAULT_MAX_BODY_BYTES } from './endpoint.js';
import { logLine } from './failure.js';
import type { HttpHandle, HttpOptions } from './http.js';
import { createGuard, requireCaller } from './http-guard.js';
import { OpenRequests } from './open-requests.js';
import type { ContractServer } from './server.js';
import { closeOnSignals, DEFAULT_SHUTDOWN_TIMEOUT_MS } from './shutdown.js';

const DEFAULT_REQUEST_TIMEOUT_MS = 60_000;

/** See `serveHttp`. */
export async function listenOverHttp(server: ContractServer, options: HttpOptions): Promise<HttpHandle> {
  requireCaller(server, options);
  await server.load?.();
  const { port = 3000, host = '127.0.0.1', path = '/mcp', shutdownTimeoutMs = DEFAULT_SHUTDOWN_TIMEOUT_MS } = options;
  const maxRequestBodySize = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  const onerror = (error: unknown): void => logLine(server.info.name, error);
  const endpoint = createEndpoint(server, options);
  const additions = (options.additions ?? []).map(({ paths, serve }) => ({ paths, ...serve(server, onerror) }));
  const admit = createGuard({
    ...options,
    paths: [path, ...additions.flatMap(({ paths }) => paths)],
    allowedHosts: [...concrete(host), ...(options.allowedHosts ?? [])],
  });
  const serve = toNodeHandler(
    { fetch: (request, { authInfo } = {}) => endpoint.answer(request, authInfo) },
    { onerror, maxRequestBodySize },
  );
  const open = new OpenRequests();

  let closing: Promise<void> | undefined;
  const handle = async (request: IncomingMessage & { auth?: AuthInfo }, response: ServerResponse): Promise<void> => {
    // The SDK's type knows no `exactOptionalPropertyTypes`; the request is what it expects.
    const incoming = request as NodeIncomingMessageLike;
    const head = headOf(request);
    const admission = await admit(head);
    // A body that nobody wants is not read.
    if ('refused' in admission) return refuse(response, admission.refused);
    if (admission.authInfo !== undefined) request.auth = admission.authInfo;
    const { pathname } = new URL(head.url);
    const added = additions.find(({ paths }) => paths.includes(pathname));
    if (added === undefined) await serve(incoming, response);
    else await added.answer({ request, response, head, authInfo: admission.authInfo });
  };
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
    // `Request` knows no such methods.
    if (request.method === 'TRACE' || request.method === 'TRACK') {
      response.writeHead(405).end();
      return;
    }
    track(request, response, open);
    handle(request, response).catch((error: unknown) => {
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
    // Ends what nobody waits for: subscriptions, sessions, and calls that took too long.
    await Promise.all([endpoint.close(), ...additions.map((each) => each.close())]);
    http.closeAllConnections();
  };
  const stopListening = options.handleSignals === false ? () => undefined : closeOnSignals(close, shutdownTimeoutMs);
  options.signal?.addEventListener('abort', close);
  if (options.signal?.aborted) void close();

  const closed = new Promise<void>((resolve) => http.once('close', resolve));
  return { url: `http://${address.name}:${address.port}${path}`, port: address.port, close, closed };
}

async function refuse(response: ServerResponse, refusal: Response): Promise<void> {
  response.writeHead(refusal.status, Object.fromEntries(refusal.headers)).end(await refusal.text());
}

/** A request as far as it is known before its body is read. */
function headOf({ method, url = '', headers }: IncomingMessage): Request {
  const own = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) own.append(name, each);
  }
  // A client that names no host is none of this machine's either.
  if (headers.host === undefined) own.set('host', '');
  return new Request(`http://localhost${url.startsWith('/') ? url : '/'}`, { method: method ?? 'GET', headers: own });
}

/** Remembers a request until its answer is sent. What stays open until somebody ends it is not waited for. */
function track(request: IncomingMessage, response: ServerResponse, open: OpenRequests): void {
  if (request.method === 'GET' || request.headers['mcp-method'] === 'subscriptions/listen') return;
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

// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type AuthInfo,
  createMcpHandler,
  isJsonContentType,
  isLegacyRequest,
  readRequestBody,
} from '@modelcontextprotocol/server';
import { logLine } from './failure.js';
import { httpError } from './http-errors.js';
import { LegacySessions, type SessionOptions } from './legacy-sessions.js';
import { mendErrorAnswers } from './mend-errors.js';
import { relay } from './relay-stream.js';
import type { ContractServer, Fetch } from './server.js';

/** What bounds the answering of HTTP requests. */
export interface EndpointOptions {
  /**
   * Sessions for clients of revisions before 2026-07-28, which need them to be asked something, to cancel, to subscribe, and to have
   * again what they missed. `false` answers each of their requests alone, as those of clients are answered that open none.
   */
  readonly sessions?: boolean | SessionOptions | undefined;
  /** Bytes of one request. More are answered with 413. Default: 4 MiB. */
  readonly maxBodyBytes?: number | undefined;
  /** Requests that are answered at one time; more are answered with 503. Subscriptions do not count. Default: 10,000. */
  readonly maxConcurrentRequests?: number | undefined;
  /** Subscriptions of revision 2026-07-28 at one time; more are refused with -32603. Default: 1,024. */
  readonly maxSubscriptions?: number | undefined;
  /** Milliseconds between signs of life on a stream that is quiet; 0 for none. Default: 15,000. */
  readonly keepAliveMs?: number | undefined;
}

/** What answers the requests to the MCP endpoint of a server, wherever they come in. */
export interface Endpoint {
  /** Who calls has been found out, and whether the request may come in. */
  readonly answer: (request: Request, authInfo?: AuthInfo) => Promise<Response>;
  /** Ends subscriptions, sessions, and what is still being answered. */
  readonly close: () => Promise<void>;
}

export const DEFAULT_MAX_BODY_BYTES = 4 * 1024 * 1024;
const SUBSCRIPTION = 'subscriptions/listen';

/** Serves both eras at one address, as far as the contract does (MCP 2026-07-28, transports, "Streamable HTTP"). */
export function createEndpoint(server: ContractServer, options: EndpointOptions = {}): Endpoint {
  const { maxBodyBytes = DEFAULT_MAX_BODY_BYTES, maxConcurrentRequests = 10_000, keepAliveMs = 15_000 } = options;
  const onerror = (error: unknown): void => logLine(server.info.name, error);
  const sessions =
    server.eras === 'modern' || options.sessions === false
      ? undefined
      : new LegacySessions(server, typeof options.sessions === 'object' ? options.sessions : {}, {
          keepAliveMs,
          onerror,
        });
  const mcp = createMcpHandler(server.build, {
    legacy: server.eras === 'modern' ? 'reject' : 'stateless',
    onerror,
    maxRequestBodySize: maxBodyBytes,
    keepAliveMs,
    ...(options.maxSubscriptions !== undefined && { maxSubscriptions: options.maxSubscriptions }),
    ...(server.bus !== undefined && { bus: server.bus }),
  });

  const route: Fetch = async (request, { authInfo } = {}) => {
    const auth = authInfo === undefined ? {} : { authInfo };
    if (sessions === undefined) return mcp.fetch(request, auth);
    if (request.method !== 'POST') return sessions.answer(request, undefined, authInfo);
    if (!isJsonContentType(request.headers.get('content-type'))) return mcp.fetch(request, auth);
    const read = await readRequestBody(request, maxBodyBytes);
    if (read.tooLarge) return httpError(413, -32000, `The request is larger than ${maxBodyBytes} bytes`);
    const body = parsed(read.text);
    if (body === undefined) return httpError(400, -32700, 'Parse error: the request body is not valid JSON');
    if (sessions.concerns(request, body) && (await isLegacyRequest(request, body))) {
      return sessions.answer(request, body, authInfo);
    }
    // An older client that never opened a session is answered alone, request by request.
    return mcp.fetch(request, { ...auth, parsedBody: body });
  };
  const serve = mendErrorAnswers(server.overHttp?.(route) ?? route);

  let answering = 0;
  const answer = async (request: Request, authInfo?: AuthInfo): Promise<Response> => {
    // What stays open until somebody ends it is bounded elsewhere.
    const isOpenEnded = request.method === 'GET' || request.headers.get('mcp-method') === SUBSCRIPTION;
    if (!isOpenEnded && answering >= maxConcurrentRequests) {
      return httpError(503, -32000, 'The server is busy', { 'retry-after': '1' });
    }
    answering += isOpenEnded ? 0 : 1;
    let isOver = isOpenEnded;
    const done = (): void => {
      if (!isOver) answering -= 1;
      isOver = true;
    };
    try {
      const response = await serve(request, authInfo === undefined ? {} : { authInfo });
      return relay(response, { ended: done, signal: request.signal });
    } catch (error) {
      done();
      throw error;
    }
  };
  const close = async (): Promise<void> => {
    await Promise.all([mcp.close(), sessions?.close()]);
  };
  return { answer, close };
}

/** Undefined for what is no JSON: no JSON text means that. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

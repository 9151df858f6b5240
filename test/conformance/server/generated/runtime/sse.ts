// Copied by mcpgen from its tested runtime. Do not edit.

import { SSEServerTransport } from '@modelcontextprotocol/server-legacy/sse';
import { callerOf } from './caller.js';
import type { HttpAddition, Incoming } from './http.js';
import { writeLine } from './stderr.js';

/** Where the deprecated transport is served, and how much of it. */
export interface SseOptions {
  /** Where a client opens its stream. Default: /sse. */
  readonly path?: string | undefined;
  /** Where it sends its messages. Default: /messages. */
  readonly messagesPath?: string | undefined;
  /** Streams at one time; more are answered with 503. Default: 1,000. */
  readonly max?: number | undefined;
}

interface Connection {
  readonly transport: SSEServerTransport;
  /** Who opened it: nobody else may use it. */
  readonly caller: string;
}

/** Bytes of answers that a client may leave unread before its stream is cut. */
const MAX_UNREAD_BYTES = 16 * 1024 * 1024;

/**
 * HTTP+SSE of revision 2024-11-05, beside Streamable HTTP: `serveHttp(server, { additions: [deprecatedSse()] })`. Deprecated since
 * 2025-03-26, which a line on stderr says whenever it is served.
 */
export function deprecatedSse(options: SseOptions = {}): HttpAddition {
  const { path = '/sse', messagesPath = '/messages', max = 1_000 } = options;
  return {
    paths: [path, messagesPath],
    serve: (server, onerror) => {
      writeLine(`${server.info.name}: HTTP+SSE is deprecated since MCP 2025-03-26; clients should use Streamable HTTP`);
      const connections = new Map<string, Connection>();
      const open = async ({ request, response, head, authInfo }: Incoming): Promise<void> => {
        if (connections.size >= max) {
          response.writeHead(503, { 'retry-after': '10' }).end('Too many streams are open');
          return;
        }
        const transport = new SSEServerTransport(messagesPath, response);
        const id = transport.sessionId;
        connections.set(id, { transport, caller: callerOf(authInfo) });
        request.socket.setKeepAlive(true);
        response.once('close', () => connections.delete(id));
        const send = transport.send.bind(transport);
        transport.send = async (...sent) => {
          await send(...sent);
          if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
        };
        const mcp = server.build({ era: 'legacy', requestInfo: head, ...(authInfo !== undefined && { authInfo }) });
        await mcp.connect(transport);
        server.attach?.(mcp, onerror);
      };
      const take = async ({ request, response, head, authInfo }: Incoming): Promise<void> => {
        const found = connections.get(new URL(head.url).searchParams.get('sessionId') ?? '');
        // Whose it is, is nobody else's business.
        if (found === undefined || found.caller !== callerOf(authInfo)) {
          response.writeHead(404).end('Session not found');
          return;
        }
        await found.transport.handlePostMessage(request, response);
      };
      return {
        answer: async (incoming) => {
          const isOpening = new URL(incoming.head.url).pathname === path;
          const method = isOpening ? 'GET' : 'POST';
          if (incoming.head.method !== method) incoming.response.writeHead(405, { allow: method }).end();
          else await (isOpening ? open(incoming) : take(incoming));
        },
        close: async () => {
          await Promise.all([...connections.values()].map(({ transport }) => transport.close()));
        },
      };
    },
  };
}

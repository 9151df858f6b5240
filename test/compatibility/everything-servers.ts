import {
  InMemoryTransport,
  SSEClientTransport,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { createFetchHandler } from '../conformance/server/generated/server/fetch.js';
import { handlers } from '../conformance/server/generated/server/handlers.js';
import {
  type ContractServer,
  createServer,
  deprecatedSse,
  serveHttp,
  serveStdio,
} from '../conformance/server/generated/server/index.js';
import { mountedServer } from '../conformance/server/src/mounted.js';
import { type Reachable, type ServerEras, startByHand, type TransportName } from './servers.js';

/** A server that runs, and what ends it. */
export interface Running {
  /** The way of one more client to it. */
  readonly open: () => Transport | Promise<Transport>;
  readonly stop: () => Promise<unknown>;
}

const FLAGS = { modern: ['--modern'], dual: [], legacy: ['--mounted'] } as const;
const QUIET = { port: 0, handleSignals: false, shutdownTimeoutMs: 1_000 } as const;

/**
 * Serves the generated server, or as a legacy one its parts on a server of the SDK; `script` is the one on stdio, of which each client has a
 * process of its own.
 */
export async function serve(transport: TransportName, eras: ServerEras, script: string): Promise<Running> {
  if (transport === 'stdio') {
    const args = [script, ...FLAGS[eras]];
    return {
      open: () => new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }),
      stop: async () => undefined,
    };
  }
  if (eras === 'legacy') return serveMounted(transport);
  const dual = createServer(handlers, { services: {}, onError: () => undefined });
  const server: ContractServer = eras === 'modern' ? { ...dual, eras } : dual;
  if (transport === 'memory') return serveInMemory(server);
  if (transport === 'fetch handler') {
    const { fetch, close } = createFetchHandler(server, { sessions: true });
    const send = (url: string | URL, init?: RequestInit) => fetch(new Request(url, init));
    const url = new URL('http://localhost/mcp');
    return { open: () => new StreamableHTTPClientTransport(url, { fetch: send }), stop: close };
  }
  const isSse = transport === 'HTTP+SSE';
  const http = await serveHttp(server, { ...QUIET, ...(isSse && { additions: [deprecatedSse()] }) });
  const url = new URL(isSse ? '/sse' : '/mcp', http.url);
  return {
    open: () => (isSse ? new SSEClientTransport(url) : new StreamableHTTPClientTransport(url)),
    stop: http.close,
  };
}

function serveInMemory(server: ContractServer): Running {
  const handles: ReturnType<typeof serveStdio>[] = [];
  return {
    open: () => {
      const [near, far] = InMemoryTransport.createLinkedPair();
      handles.push(serveStdio(server, { transport: far, shutdownTimeoutMs: 1_000 }));
      return near;
    },
    stop: () => Promise.all(handles.map(({ close }) => close())),
  };
}

/** Each client has a server of its own, as the SDK has it. */
function serveMounted(transport: Exclude<TransportName, 'stdio'>): Running {
  const started: Reachable[] = [];
  return {
    open: async () => {
      const reachable = await startByHand(transport, mountedServer);
      started.push(reachable);
      return reachable.transport;
    },
    stop: () => Promise.all(started.map(({ stop }) => stop())),
  };
}

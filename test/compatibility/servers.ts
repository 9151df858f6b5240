import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  InMemoryTransport,
  SSEClientTransport,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { McpServer, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import { SSEServerTransport } from '@modelcontextprotocol/server-legacy/sse';
import { createFetchHandler } from '../../src/runtime/fetch-handler.js';
import { serveHttp } from '../../src/runtime/http.js';
import { registerContractTools } from '../../src/runtime/register.js';
import { createContractServer } from '../../src/runtime/server.js';
import { deprecatedSse } from '../../src/runtime/sse.js';
import { serveStdio } from '../../src/runtime/stdio.js';

export const TRANSPORTS = ['memory', 'stdio', 'HTTP', 'fetch handler', 'HTTP+SSE'] as const;
export type TransportName = (typeof TRANSPORTS)[number];
export const SERVERS = ['modern', 'dual', 'legacy'] as const;
export type ServerEras = (typeof SERVERS)[number];
export const CLIENTS = ['modern', 'dual', 'legacy'] as const;
export type ClientEras = (typeof CLIENTS)[number];

/** What such a client and such a server come to speak; undefined when they have nothing in common. */
export function commonEra(
  transport: TransportName,
  client: ClientEras,
  server: ServerEras,
): 'modern' | 'legacy' | undefined {
  // Revision 2026-07-28 is not spoken over the transport of 2024-11-05.
  const isModern = transport !== 'HTTP+SSE' && client !== 'legacy' && server !== 'legacy';
  if (isModern) return 'modern';
  return client !== 'modern' && server !== 'modern' ? 'legacy' : undefined;
}

/** A server that runs, the way to it, and what ends it. */
export interface Reachable {
  readonly transport: Transport;
  readonly stop: () => Promise<unknown>;
}

export const INFO = { name: 'matrix', version: '1.0.0' };
export const TOOL = { name: 'hello', inputSchema: { type: 'object' } };
const handlers = { tools: { hello: () => 'hello' } };
const options = { services: undefined, onError: () => undefined };
const QUIET = { port: 0, handleSignals: false, shutdownTimeoutMs: 1_000 } as const;

function ours(eras: 'modern' | 'dual') {
  return createContractServer({ info: INFO, tools: [TOOL], handlers, options, ...(eras === 'modern' && { eras }) });
}

/** One of before revision 2026-07-28: the SDK's, put together by hand. */
function theirs(): McpServer {
  const mcp = new McpServer(INFO);
  registerContractTools(mcp, [TOOL], handlers, options);
  return mcp;
}

/** Starts a server; `script` is the one on stdio. Undefined where there is no such server. */
export async function start(name: TransportName, eras: ServerEras, script: string): Promise<Reachable | undefined> {
  if (name === 'stdio') {
    const transport = new StdioClientTransport({ command: process.execPath, args: [script, eras], stderr: 'ignore' });
    return { transport, stop: () => transport.close() };
  }
  if (name === 'HTTP+SSE' && eras === 'modern') return undefined;
  return eras === 'legacy' ? startByHand(name, theirs) : startOurs(name, eras);
}

async function startOurs(name: TransportName, eras: 'modern' | 'dual'): Promise<Reachable> {
  if (name === 'memory') {
    const [near, far] = InMemoryTransport.createLinkedPair();
    return { transport: near, stop: serveStdio(ours(eras), { transport: far, shutdownTimeoutMs: 1_000 }).close };
  }
  if (name === 'fetch handler') {
    const { fetch, close } = createFetchHandler(ours(eras));
    const send = (url: string | URL, init?: RequestInit) => fetch(new Request(url, init));
    return {
      transport: new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), { fetch: send }),
      stop: close,
    };
  }
  const isSse = name === 'HTTP+SSE';
  const http = await serveHttp(ours(eras), { ...QUIET, ...(isSse && { additions: [deprecatedSse()] }) });
  const url = new URL(isSse ? '/sse' : '/mcp', http.url);
  return { transport: isSse ? new SSEClientTransport(url) : new StreamableHTTPClientTransport(url), stop: http.close };
}

/** Serves one client of an SDK's server, which `make` makes, without anything of ours in between. */
export async function startByHand(name: Exclude<TransportName, 'stdio'>, make: () => McpServer): Promise<Reachable> {
  if (name === 'memory') {
    const [near, far] = InMemoryTransport.createLinkedPair();
    const mcp = make();
    await mcp.connect(far);
    return { transport: near, stop: () => mcp.close() };
  }
  if (name === 'HTTP+SSE') return startSseByHand(make);
  const served = new WebStandardStreamableHTTPServerTransport({ sessionIdGenerator: () => crypto.randomUUID() });
  await make().connect(served);
  const fetch = (request: Request): Promise<Response> => served.handleRequest(request);
  if (name === 'fetch handler') {
    const send = (url: string | URL, init?: RequestInit) => fetch(new Request(url, init));
    return {
      transport: new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), { fetch: send }),
      stop: () => served.close(),
    };
  }
  const node = toNodeHandler({ fetch });
  const { url, stop } = await listen((request, response) => void node(request as never, response));
  return { transport: new StreamableHTTPClientTransport(url), stop: () => served.close().then(stop) };
}

async function startSseByHand(make: () => McpServer): Promise<Reachable> {
  let stream: SSEServerTransport | undefined;
  const { url, stop } = await listen((request, response) => {
    if (request.method === 'POST') void stream?.handlePostMessage(request, response);
    else {
      stream = new SSEServerTransport('/', response);
      void make().connect(stream);
    }
  });
  return { transport: new SSEClientTransport(url), stop };
}

async function listen(answer: Parameters<typeof createServer>[1]) {
  const http = createServer(answer);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  };
  return { url: new URL(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`), stop };
}

import { InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/client';
import type { ContractServer } from '../../../src/runtime/server.js';
import { serveStdio } from '../../../src/runtime/stdio.js';
import { type Era, INFO } from './contract.js';

type Json = Record<string, unknown>;

export const MODERN_META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': INFO,
};

export interface RawConnection {
  /** Sends a request and returns the whole JSON-RPC answer. */
  readonly request: (method: string, params?: Json) => Promise<Json>;
  readonly close: () => Promise<void>;
}

/** A client that reads and writes JSON-RPC by hand, since the SDK's client hides what it does not know. */
export async function connectRaw(server: ContractServer, era: Era): Promise<RawConnection> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(server, { transport: far, shutdownTimeoutMs: 1_000 });
  const waiting = new Map<unknown, (answer: Json) => void>();
  near.onmessage = (message) => {
    // Through text, as on a real wire.
    const answer: Json = JSON.parse(JSON.stringify(message));
    waiting.get(answer['id'])?.(answer);
  };
  await near.start();
  let id = 0;
  const request = (method: string, params: Json = {}): Promise<Json> => {
    id += 1;
    const meta = era === 'modern' ? { _meta: MODERN_META } : {};
    const message = { jsonrpc: '2.0', id, method, params: { ...params, ...meta } } as JSONRPCMessage;
    const answer = new Promise<Json>((resolve) => waiting.set(id, resolve));
    return near.send(message).then(() => answer);
  };
  if (era === 'legacy') {
    await request('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: INFO });
    await near.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
  }
  return { request, close: handle.close };
}

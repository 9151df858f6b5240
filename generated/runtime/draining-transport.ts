// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type JSONRPCErrorResponse,
  type JSONRPCMessage,
  type MessageExtraInfo,
  ProtocolErrorCode,
  type Transport,
  type TransportSendOptions,
} from '@modelcontextprotocol/server';
import { OpenRequests } from './open-requests.js';
import type { ContractServer, ServerGate } from './server.js';
import { refuseInitialize, refuseUnknownVersion } from './unknown-version.js';

/**
 * A transport that can be closed gracefully: once drained, it takes no new requests and closes when those that it has
 * passed on are answered. It refuses what a gate refuses, revisions that are not served, and more
 * requests at one time than there may be. Everything else it passes on as it is.
 */
export class DrainingTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T, extra?: MessageExtraInfo) => void;
  readonly #inner: Transport;
  readonly #open = new OpenRequests();
  readonly #maxConcurrentRequests: number;
  readonly #refusalOf: ServerGate['refusalOf'] | undefined;
  #draining = false;
  /** What the first message that decides it has opened. */
  #era: 'modern' | 'legacy' | undefined;

  constructor(
    inner: Transport,
    { refusalOf, eras }: Pick<ContractServer, 'refusalOf' | 'eras'>,
    maxConcurrentRequests = 10_000,
  ) {
    this.#inner = inner;
    this.#refusalOf = refusalOf;
    this.#era = eras;
    this.#maxConcurrentRequests = maxConcurrentRequests;
  }

  async start(): Promise<void> {
    this.#inner.onclose = () => this.onclose?.();
    this.#inner.onerror = (error) => this.onerror?.(error);
    this.#inner.onmessage = (message, extra) => {
      const refusal = this.#refuse(message);
      if (refusal !== undefined) this.#inner.send(refusal).catch((error: Error) => this.onerror?.(error));
      else if (this.#admits(message)) this.onmessage?.(message, extra);
    };
    await this.#inner.start();
  }

  async send(message: JSONRPCMessage, options?: TransportSendOptions): Promise<void> {
    try {
      await this.#inner.send(message, options);
    } finally {
      if (!('method' in message) && 'id' in message) this.#open.end(message.id);
    }
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  /** Takes no new requests, and resolves when those in flight are answered or `timeoutMs` have passed. */
  drain(timeoutMs: number): Promise<void> {
    this.#draining = true;
    return this.#open.drained(timeoutMs);
  }

  setProtocolVersion(version: string): void {
    this.#inner.setProtocolVersion?.(version);
  }

  #refuse(message: JSONRPCMessage): JSONRPCErrorResponse | undefined {
    if (!('method' in message && 'id' in message)) return undefined;
    const { id, method } = message;
    // Requests of older revisions name none.
    const refusal = this.#era === 'legacy' ? undefined : refuseUnknownVersion(message);
    if (refusal !== undefined) return refusal;
    if (this.#era === 'modern' && method === 'initialize') return refuseInitialize(message);
    // Whoever asks what is spoken here has not decided yet.
    if (method !== 'server/discover') this.#era ??= method === 'initialize' ? 'legacy' : 'modern';
    if (this.#open.size >= this.#maxConcurrentRequests) {
      return { jsonrpc: '2.0', id, error: { code: ProtocolErrorCode.InternalError, message: 'The server is busy' } };
    }
    return this.#refusalOf?.(message);
  }

  #admits(message: JSONRPCMessage): boolean {
    if (!('method' in message)) return true;
    if ('id' in message) {
      if (this.#draining) return false;
      // A subscription stays open until somebody ends it, so nobody waits for its answer.
      if (message.method !== 'subscriptions/listen') this.#open.begin(message.id);
    } else if (message.method === 'notifications/cancelled') {
      // What is cancelled may stay unanswered.
      this.#open.end(message.params?.['requestId']);
    }
    return true;
  }
}

// Copied by mcpgen from its tested runtime. Do not edit.

import type { JSONRPCMessage, MessageExtraInfo, Transport, TransportSendOptions } from '@modelcontextprotocol/server';
import { OpenRequests } from './open-requests.js';
import type { ServerGate } from './server.js';

/**
 * A transport that can be closed gracefully: once drained, it takes no new requests and closes when those that it has
 * passed on are answered. Otherwise it passes on everything as it is, but for what a gate refuses.
 */
export class DrainingTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T, extra?: MessageExtraInfo) => void;
  readonly #inner: Transport;
  readonly #open = new OpenRequests();
  readonly #refusalOf: ServerGate['refusalOf'] | undefined;
  #draining = false;

  constructor(inner: Transport, refusalOf?: ServerGate['refusalOf']) {
    this.#inner = inner;
    this.#refusalOf = refusalOf;
  }

  async start(): Promise<void> {
    this.#inner.onclose = () => this.onclose?.();
    this.#inner.onerror = (error) => this.onerror?.(error);
    this.#inner.onmessage = (message, extra) => {
      const refusal = this.#refusalOf?.(message);
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

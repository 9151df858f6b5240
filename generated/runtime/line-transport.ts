// Copied by mcpgen from its tested runtime. Do not edit.

import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import {
  type JSONRPCMessage,
  type MessageExtraInfo,
  ProtocolErrorCode,
  parseJSONRPCMessage,
  type Transport,
} from '@modelcontextprotocol/server';
import { isRecord } from './json.js';

/** Bytes of one line. */
export const DEFAULT_MAX_LINE_BYTES = 10 * 1024 * 1024;

/** Bytes of answers that a client may leave unread. */
const MAX_UNREAD_BYTES = 16 * 1024 * 1024;

const NEWLINE = 0x0a;

/**
 * Messages of JSON-RPC, one a line, over two streams (MCP 2026-07-28, transports, "stdio"). Whoever sends what is none, or a line that
 * is too long, is told so (JSON-RPC 2.0, section 5.1), and the connection goes on.
 */
export class LineTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T, extra?: MessageExtraInfo) => void;
  readonly #input: Readable;
  readonly #output: Writable;
  readonly #maxLineBytes: number;
  /** The beginning of a line whose end has not come yet. */
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  /** The line was too long: what is left of it is thrown away. */
  #skipping = false;
  #closed = false;
  #draining: Promise<void> | undefined;
  #isGathering = false;

  constructor(input: Readable, output: Writable, maxLineBytes: number = DEFAULT_MAX_LINE_BYTES) {
    this.#input = input;
    this.#output = output;
    this.#maxLineBytes = maxLineBytes;
  }

  async start(): Promise<void> {
    this.#input.on('data', this.#take);
    this.#input.on('error', this.#report);
    this.#input.on('end', this.#hangUp);
    this.#input.on('close', this.#hangUp);
    // It stays when the transport has closed: a write may still fail then, and an error that nobody hears ends the process.
    this.#output.on('error', this.#lose);
    // A stream that has ended already says so no more. Whoever waits for the end must have had time to listen.
    if (this.#input.readableEnded || this.#input.destroyed) setImmediate(this.#hangUp);
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if (this.#closed) throw new Error('the connection is closed');
    return this.#write(JSON.stringify(message));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#input.off('data', this.#take);
    this.#input.off('end', this.#hangUp);
    this.#input.off('close', this.#hangUp);
    if (this.#input.listenerCount('data') === 0) this.#input.pause();
    this.#pending = [];
    this.onclose?.();
  }

  readonly #hangUp = (): void => void this.close();

  readonly #lose = (error: Error): void => {
    if (this.#closed) return;
    this.onerror?.(error);
    void this.close();
  };

  readonly #report = (error: Error): void => this.onerror?.(error);

  readonly #take = (chunk: Buffer | string): void => {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (let end = rest.indexOf(NEWLINE); end !== -1 && !this.#closed; end = rest.indexOf(NEWLINE)) {
      this.#keep(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      this.#endLine();
    }
    if (!this.#closed) this.#keep(rest);
  };

  #keep(piece: Buffer): void {
    if (this.#skipping || piece.length === 0) return;
    this.#pendingBytes += piece.length;
    this.#pending.push(piece);
    if (this.#pendingBytes <= this.#maxLineBytes) return;
    this.#skipping = true;
    this.#pending = [];
    this.#refuse(ProtocolErrorCode.InvalidRequest, `The message is longer than ${this.#maxLineBytes} bytes`);
  }

  #endLine(): void {
    const [first = Buffer.alloc(0), ...others] = this.#pending;
    const whole = others.length === 0 ? first : Buffer.concat(this.#pending);
    const line = whole.toString('utf8').trim();
    const isWhole = !this.#skipping;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#skipping = false;
    if (isWhole && line !== '') this.#read(line);
  }

  #read(line: string): void {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      this.#refuse(ProtocolErrorCode.ParseError, 'Parse error: the line is not valid JSON');
      return;
    }
    let message: JSONRPCMessage;
    try {
      message = parseJSONRPCMessage(value);
    } catch {
      this.#refuse(
        ProtocolErrorCode.InvalidRequest,
        'Invalid Request: the line is no message of JSON-RPC',
        idOf(value),
      );
      return;
    }
    this.onmessage?.(message);
  }

  #refuse(code: number, message: string, id: string | number | null = null): void {
    this.#write(JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })).catch(this.#report);
  }

  /** What is written in one turn leaves as one: to hand it to the system is most of what a small answer costs. */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#output.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      this.#output.uncork();
    });
  }

  /** Resolves when the output has taken the line, and the client reads fast enough. */
  async #write(line: string): Promise<void> {
    this.#gather();
    if (this.#output.write(`${line}\n`)) return;
    // From a client that does not read its answers, no more requests are read.
    if (this.#output.writableLength > MAX_UNREAD_BYTES && !this.#input.isPaused()) this.#input.pause();
    this.#draining ??= drained(this.#output).finally(() => {
      this.#draining = undefined;
      if (!this.#closed && this.#input.isPaused()) this.#input.resume();
    });
    await this.#draining;
  }
}

/** Resolves when the output can take more; rejects when it has failed. */
function drained(output: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      output.off('drain', onDrain);
      output.off('close', onDrain);
      output.off('error', settle);
      if (error) reject(error);
      else resolve();
    };
    const onDrain = (): void => settle();
    output.once('drain', onDrain);
    output.once('close', onDrain);
    output.once('error', settle);
  });
}

function idOf(value: unknown): string | number | null {
  const id = isRecord(value) && 'method' in value ? value['id'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

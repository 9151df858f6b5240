// Copied by mcpgen from its tested runtime. Do not edit.

import type { Readable, Writable } from 'node:stream';
import { type JSONRPCMessage, parseJSONRPCMessage, type Transport } from '@modelcontextprotocol/server';

const DEFAULT_MAX_LINE_BYTES = 10 * 1024 * 1024;
const NEWLINE = 0x0a;

export interface LineTransportOptions {
  /** What a longer line does not get is an answer; it is refused and passed over. Default: 10 MiB. */
  readonly maxLineBytes?: number | undefined;
}

/**
 * One JSON-RPC message a line, in both directions (basic/transports/stdio). Where the SDK's transport passes over a line that is no
 * message without a word, and ends the connection over one that is too long, this one answers with the code that JSON-RPC has for it
 * and goes on.
 */
export class LineTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  readonly #input: Readable;
  readonly #output: Writable;
  readonly #maxLineBytes: number;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #skipping = false;
  #closed = false;

  constructor(input: Readable, output: Writable, options: LineTransportOptions = {}) {
    this.#input = input;
    this.#output = output;
    this.#maxLineBytes = options.maxLineBytes ?? DEFAULT_MAX_LINE_BYTES;
  }

  async start(): Promise<void> {
    this.#output.on('error', this.#onOutputError);
    this.#input.on('data', this.#onData);
    this.#input.on('error', this.#onInputError);
    this.#input.on('end', this.#onEnd);
    this.#input.on('close', this.#onEnd);
    // What has ended before says so no more; whoever starts a transport sets its handlers first, or right after.
    if (this.#input.readableEnded || this.#input.destroyed) setImmediate(this.#onEnd);
  }

  send(message: JSONRPCMessage): Promise<void> {
    if (this.#closed) return Promise.reject(new Error('The connection has ended.'));
    return new Promise((resolve, reject) => {
      // Called when the line has left this process, so that whoever sends much waits for whoever reads slowly.
      this.#output.write(`${JSON.stringify(message)}\n`, (error) => (error ? reject(error) : resolve()));
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#input.off('data', this.#onData);
    this.#input.off('error', this.#onInputError);
    this.#input.off('end', this.#onEnd);
    this.#input.off('close', this.#onEnd);
    // A stream that nobody listens to any more must not keep the process alive. The listener for errors of the output stays: a
    // write that was accepted may still fail.
    if (this.#input.listenerCount('data') === 0) this.#input.pause();
    this.#pieces = [];
    this.onclose?.();
  }

  readonly #onData = (chunk: Buffer | string): void => {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (;;) {
      const end = rest.indexOf(NEWLINE);
      this.#keep(end === -1 ? rest : rest.subarray(0, end));
      if (end === -1) return;
      this.#endLine();
      if (this.#closed) return;
      rest = rest.subarray(end + 1);
    }
  };

  readonly #onInputError = (error: Error): void => this.onerror?.(error);

  readonly #onOutputError = (error: Error): void => {
    if (this.#closed) return;
    this.onerror?.(error);
    void this.close();
  };

  readonly #onEnd = (): void => void this.close();

  #keep(piece: Buffer): void {
    this.#bytes += piece.length;
    if (this.#bytes > this.#maxLineBytes) {
      this.#skipping = true;
      this.#pieces = [];
    }
    if (!this.#skipping && piece.length > 0) this.#pieces.push(piece);
  }

  #endLine(): void {
    const line = Buffer.concat(this.#pieces);
    const tooLong = this.#skipping;
    this.#pieces = [];
    this.#bytes = 0;
    this.#skipping = false;
    if (tooLong) this.#refuse(-32600, `Invalid request: a line has more than ${this.#maxLineBytes} bytes`);
    else this.#read(line);
  }

  #read(line: Buffer): void {
    let value: unknown;
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(line);
      if (text.trim() === '') return;
      value = JSON.parse(text);
    } catch {
      this.#refuse(-32700, 'Parse error: a line is no JSON');
      return;
    }
    let message: JSONRPCMessage;
    try {
      message = parseJSONRPCMessage(value);
    } catch {
      // Two peers that answer each other's broken answers would never end.
      if (!isAnswer(value)) this.#refuse(-32600, 'Invalid request: a line is no JSON-RPC message', idOf(value));
      return;
    }
    this.onmessage?.(message);
  }

  #refuse(code: number, message: string, id?: string | number): void {
    this.onerror?.(new Error(message));
    const refusal: JSONRPCMessage = { jsonrpc: '2.0', ...(id !== undefined && { id }), error: { code, message } };
    this.send(refusal).catch((error: Error) => this.onerror?.(error));
  }
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('method' in value) && ('result' in value || 'error' in value);
}

/** The id of what is otherwise no message; undefined where it has none, and the answer can have none either. */
function idOf(value: unknown): string | number | undefined {
  if (typeof value !== 'object' || value === null || !('method' in value) || !('id' in value)) return undefined;
  const { id } = value;
  return typeof id === 'string' || Number.isSafeInteger(id) ? (id as string | number) : undefined;
}

import { PassThrough } from 'node:stream';
import { LineTransport } from '../../conformance/server/generated/runtime/line-transport.js';
import { type ContractServer, serveStdio } from '../../conformance/server/generated/server/index.js';

/** A server on stdio without a process: real lines over streams in memory. */
export class StdioWire implements AsyncDisposable {
  readonly #input = new PassThrough();
  readonly #output = new PassThrough();
  readonly #lines: string[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #handle: ReturnType<typeof serveStdio>;
  #rest = '';

  constructor(server: ContractServer) {
    this.#output.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (this.#rest + chunk).split('\n');
      this.#rest = parts.pop() ?? '';
      this.#lines.push(...parts);
      for (const look of [...this.#waiting]) look();
    });
    this.#handle = serveStdio(server, { transport: new LineTransport(this.#input, this.#output) });
  }

  send(line: Buffer | string): void {
    this.#input.write(line);
    this.#input.write('\n');
  }

  /** The messages that have come, oldest first. */
  get messages(): readonly Record<string, unknown>[] {
    return this.#lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  /** The first message with this id, whenever it comes. */
  async answerTo(id: unknown): Promise<Record<string, unknown>> {
    for (;;) {
      const found = this.messages.find((message) => 'id' in message && message['id'] === id && !('method' in message));
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        const look = (): void => {
          this.#waiting.delete(look);
          resolve();
        };
        this.#waiting.add(look);
      });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#input.end();
    await this.#handle.close();
  }
}

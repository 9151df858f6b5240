import { availableParallelism } from 'node:os';
import type { MessagePort, Worker } from 'node:worker_threads';

/** Most builds need none, and it takes some milliseconds to load. */
const threads = () => process.getBuiltinModule('node:worker_threads');

/** Whether another thread would have a processor of its own. */
export function hasSecondProcessor(): boolean {
  return availableParallelism() > 1;
}

/** Another thread of this program, and the line to it. Everything that crosses is cloned, or handed over. Nothing waits for it to end. */
export class Thread {
  readonly #worker: Worker;
  readonly #line: MessagePort;
  readonly #answers: unknown[] = [];
  readonly #waiting: Waiting[] = [];
  #failure: Error | undefined;

  /** Starts a module that calls `serve`. */
  constructor(module: URL) {
    const { MessageChannel, Worker } = threads();
    const { port1, port2 } = new MessageChannel();
    this.#line = port1;
    this.#worker = new Worker(module, { workerData: port2, transferList: [port2] });
    this.#worker.unref();
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`a thread ended with ${code}`)));
  }

  send(message: unknown): void {
    this.#line.postMessage(message);
  }

  /** Its oldest answer that nobody has had, at once; undefined when there is none yet. Not for use beside `next`. */
  take(): unknown {
    return threads().receiveMessageOnPort(this.#line)?.message;
  }

  /** Its next answer. Rejects when it has ended, or ends, without one. */
  next(): Promise<unknown> {
    if (this.#line.listenerCount('message') === 0) this.#line.on('message', (answer) => this.#receive(answer));
    if (this.#answers.length > 0) return Promise.resolve(this.#answers.shift());
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    this.#line.ref();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Who still waits for an answer hears nothing more. */
  stop(): void {
    this.#waiting.length = 0;
    this.#line.close();
    void this.#worker.terminate();
  }

  #receive(answer: unknown): void {
    const first = this.#waiting.shift();
    if (first === undefined) this.#answers.push(answer);
    else first.resolve(answer);
    if (this.#waiting.length === 0) this.#line.unref();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
    this.#line.unref();
  }
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** In the thread: does the work of each message, one after the other. What it throws ends the thread, and `next` rejects. */
export function serve<Message>(work: (message: Message, answer: Answer) => Promise<void> | void): void {
  const line = threads().workerData as MessagePort;
  const answer: Answer = (value, handedOver = []) => line.postMessage(value, [...handedOver]);
  let before = Promise.resolve();
  line.on('message', (message: Message) => {
    before = before.then(() => work(message, answer));
  });
}

/** Sends a value to who started the thread; `handedOver` are buffers in it that it has no use for any more. */
export type Answer = (value: unknown, handedOver?: readonly ArrayBuffer[]) => void;

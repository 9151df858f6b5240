// Copied by mcpgen from its tested runtime. Do not edit.

import { type RequestId, readRequestBody } from '@modelcontextprotocol/server';
import { callerOf } from './caller.js';
import type { Fetch } from './server.js';
import { expiryOf, isFinal, type TaskRecord } from './task-store.js';
import {
  acknowledgementOf,
  acknowledging,
  type FollowedTasks,
  subscriptionRefusal,
  type TaskSubscription,
  taskNotification,
  taskSubscriptionOf,
} from './task-subscriptions.js';

/** How many subscriptions over HTTP follow tasks at a time. */
const MAX_SUBSCRIPTIONS = 1_024;
const KEEP_ALIVE_MS = 15_000;

/** Adds tasks to the subscriptions of HTTP clients: the SDK serves them, and knows no tasks. */
export function followOverHttp(tasks: FollowedTasks): (serve: Fetch) => Fetch {
  let count = 0;
  return (serve) => async (request, options) => {
    const wanted = await subscriptionOver(request, options?.parsedBody);
    if (wanted === undefined) return serve(request, options);
    if (!wanted.isDeclared) return Response.json(subscriptionRefusal(wanted.id), { status: 400 });
    const response = await serve(request, options);
    const { body, status, headers } = response;
    if (body === null || !headers.get('content-type')?.startsWith('text/event-stream')) return response;
    if (count >= MAX_SUBSCRIPTIONS) return response;
    const records = await tasks.findAll(wanted.taskIds, callerOf(options?.authInfo));
    if (records.length === 0) return response;
    count += 1;
    const stream = new TaskStream(body, wanted.id, records, tasks, () => {
      count -= 1;
    });
    return new Response(stream.readable, { status, headers });
  };
}

/** Bodies are only read where the header says that they ask for a subscription: the SDK compares the two. */
async function subscriptionOver(request: Request, parsedBody: unknown): Promise<TaskSubscription | undefined> {
  if (request.method !== 'POST' || request.headers.get('mcp-method') !== 'subscriptions/listen') return undefined;
  if (parsedBody !== undefined) return taskSubscriptionOf(parsedBody);
  const read = await readRequestBody(request.clone());
  if (read.tooLarge) return undefined;
  try {
    return taskSubscriptionOf(JSON.parse(read.text));
  } catch {
    // The SDK answers what is no JSON, in its own words.
    return undefined;
  }
}

/**
 * The SDK's stream, with what becomes of tasks among its messages. The SDK ends a stream at once where nothing was asked for that it
 * knows; then this one goes on until all its tasks are over.
 */
export class TaskStream {
  readonly readable: ReadableStream<Uint8Array>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #id: RequestId;
  readonly #records: readonly TaskRecord[];
  readonly #tasks: FollowedTasks;
  readonly #open: Set<string>;
  readonly #cleanUp: (() => void)[];
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** The SDK's last words, once it has ended its stream and only tasks are left to tell about. */
  #farewell: string | undefined;

  constructor(
    stream: ReadableStream<Uint8Array>,
    id: RequestId,
    records: readonly TaskRecord[],
    tasks: FollowedTasks,
    onEnd: () => void,
  ) {
    this.#reader = stream.getReader();
    this.#id = id;
    this.#records = records;
    this.#tasks = tasks;
    this.#open = new Set(records.map(({ taskId }) => taskId));
    this.#cleanUp = [onEnd];
    this.readable = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
        this.#pass().catch((error: unknown) => this.#end((each) => each.error(error)));
      },
      cancel: async (reason) => {
        this.#end();
        await this.#reader.cancel(reason);
      },
    });
  }

  async #pass(): Promise<void> {
    const frames = framesOf(this.#reader);
    const first = await frames.next();
    const acknowledgement = first.done === true ? undefined : acknowledgementOf(dataOf(first.value));
    if (first.done === true || acknowledgement === undefined) return this.#end((controller) => controller.close());
    const { honoured } = acknowledgement;
    this.#write(frameOf(acknowledging(this.#id, honoured, this.#records)));
    this.#follow();
    const isAlone = Object.keys(honoured).length === 0;
    let last = '';
    for await (const frame of frames) {
      if (isAlone) last = frame;
      else this.#write(frame);
    }
    if (!isAlone) return this.#end((controller) => controller.close());
    this.#farewell = last;
    if (this.#open.size === 0) return this.#leave();
    const lastExpiry = Math.max(...this.#records.map(expiryOf));
    const timer = setTimeout(() => this.#leave(), Math.max(0, lastExpiry - Date.now()));
    this.#cleanUp.push(() => clearTimeout(timer));
  }

  #follow(): void {
    const timer = setInterval(() => this.#write(': keepalive\n\n'), KEEP_ALIVE_MS);
    this.#cleanUp.push(() => clearInterval(timer));
    for (const { taskId } of this.#records) {
      const stop = this.#tasks.follow(taskId, (record) => {
        this.#write(frameOf(taskNotification(this.#id, record)));
        if (isFinal(record)) this.#open.delete(taskId);
        if (this.#open.size === 0) this.#leave();
      });
      this.#cleanUp.push(stop);
    }
  }

  #leave(): void {
    if (this.#farewell === undefined) return;
    this.#write(this.#farewell);
    this.#end((controller) => controller.close());
  }

  #write(frame: string): void {
    this.#controller?.enqueue(new TextEncoder().encode(frame));
  }

  #end(close?: (controller: ReadableStreamDefaultController<Uint8Array>) => void): void {
    for (const each of this.#cleanUp.splice(0)) each();
    const controller = this.#controller;
    this.#controller = undefined;
    if (controller !== undefined) close?.(controller);
  }
}

/** The frames of a stream of server-sent events, each with the empty line that ends it. */
async function* framesOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice(0, end + 2);
      text = text.slice(end + 2);
    }
  }
}

/** The JSON of the one line of data that a frame of the SDK's has; `undefined` for a comment. */
function dataOf(frame: string): unknown {
  const line = frame.split('\n').find((each) => each.startsWith('data: '));
  return line === undefined ? undefined : JSON.parse(line.slice('data: '.length));
}

function frameOf(message: object): string {
  return `event: message\ndata: ${JSON.stringify(message)}\n\n`;
}

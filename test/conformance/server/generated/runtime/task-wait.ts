// Copied by mcpgen from its tested runtime. Do not edit.

import type { Client, RequestOptions } from '@modelcontextprotocol/client';
import { ANYTHING } from './anything.js';
import { translated } from './call.js';
import { underWay } from './calls-under-way.js';
import { ProtocolError, ToolError, ValidationError } from './errors.js';
import { TaskClient } from './task-client.js';
import { readTask, type TaskAnswer, type TaskView } from './task-view.js';

/** What a caller decides about waiting for a task. */
export interface TaskWaitOptions {
  /** Ends the waiting, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with what the task is at first, and with each change of it. */
  readonly onStatus?: ((task: TaskView) => void) | undefined;
  /**
   * Answers questions of the task, each of them once, by their keys; those that it leaves out stay open. Default: the `answers` of the
   * client, and the handlers that `configure` has given to the SDK's client.
   */
  readonly onInput?: ((requests: TaskQuestions) => TaskQuestions | Promise<TaskQuestions>) | undefined;
}

/** Questions of a task, or the answers to them, by their keys. */
export type TaskQuestions = Readonly<Record<string, unknown>>;

/** The task was cancelled before it was done. */
export class TaskCancelledError extends Error {
  override readonly name = 'TaskCancelledError';

  constructor(
    readonly tool: string,
    readonly taskId: string,
    message = 'The task was cancelled',
  ) {
    super(message);
  }
}

const DEFAULT_INTERVAL_MS = 1_000;
/** Servers that want to be asked all the time, or hardly ever, are not listened to. */
const [MIN_INTERVAL_MS, MAX_INTERVAL_MS] = [10, 60_000];
/** How many times in a row nothing may be heard of the server. */
const MAX_SILENCES = 3;

/** One task of a server, and the requests about it. All of them reject with the errors of a call. */
export class RemoteTask {
  readonly taskId: string;
  readonly #client: Client;
  readonly #tool: string;
  readonly #timeout: number;
  /** Keys of questions that have been put to somebody. */
  readonly #asked = new Set<string>();

  constructor(client: Client, tool: string, taskId: string, timeout: number) {
    this.taskId = taskId;
    this.#client = client;
    this.#tool = tool;
    this.#timeout = timeout;
  }

  async get(signal?: AbortSignal): Promise<TaskAnswer> {
    const answer = readTask(this.#tool, await this.#request('tasks/get', {}, signal));
    if (answer.view.taskId === this.taskId) return answer;
    throw new ValidationError(this.#tool, 'output', [{ pointer: '/taskId', message: 'is that of another task' }]);
  }

  async cancel(): Promise<void> {
    await this.#request('tasks/cancel', {});
  }

  async update(inputResponses: TaskQuestions, signal?: AbortSignal): Promise<void> {
    await this.#request('tasks/update', { inputResponses: { ...inputResponses } }, signal);
  }

  /** Asks as often as the server wants to be asked, until the task is over; resolves to its result, as it came. */
  async wait({ signal, onStatus, onInput }: TaskWaitOptions): Promise<unknown> {
    let shown = '';
    for (;;) {
      const { view, result, error } = await this.#getPatiently(signal);
      const text = JSON.stringify(view);
      if (text !== shown) onStatus?.(view);
      shown = text;
      if (view.status === 'completed') return result;
      if (view.status === 'cancelled') throw new TaskCancelledError(this.#tool, this.taskId, view.statusMessage);
      if (error !== undefined) throw new ProtocolError(this.#tool, error.code, error.message, error.data);
      if (view.status === 'input_required') await this.#answer(view.inputRequests ?? {}, signal, onInput);
      const { pollIntervalMs = DEFAULT_INTERVAL_MS } = view;
      await sleep(Math.min(Math.max(pollIntervalMs, MIN_INTERVAL_MS), MAX_INTERVAL_MS), signal);
    }
  }

  async #answer(
    inputRequests: TaskQuestions,
    signal: AbortSignal | undefined,
    onInput: TaskWaitOptions['onInput'],
  ): Promise<void> {
    const open = Object.entries(inputRequests).filter(([key]) => !this.#asked.has(key));
    if (open.length === 0) return;
    const requests = Object.fromEntries(open);
    for (const key of Object.keys(requests)) this.#asked.add(key);
    const answers = onInput === undefined ? await this.#askHandlers(requests, signal) : await onInput(requests);
    if (Object.keys(answers).length > 0) await this.update(answers, signal);
  }

  async #askHandlers(requests: TaskQuestions, signal: AbortSignal | undefined): Promise<TaskQuestions> {
    if (!(this.#client instanceof TaskClient)) throw new TypeError('the client cannot answer questions of tasks');
    const client = this.#client;
    const options = signal === undefined ? {} : { signal };
    // The call was answered long ago; who answers by the names of the contract has to know whose questions these are.
    return underWay(client, this.#tool, () => client.answersTo(this.taskId, requests, options));
  }

  /** A task outlives a connection that is lost for a while. */
  async #getPatiently(signal: AbortSignal | undefined): Promise<TaskAnswer> {
    for (let silences = 0; ; silences += 1) {
      try {
        return await this.get(signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (isAnswer(error) || silences === MAX_SILENCES) throw error;
        await sleep(DEFAULT_INTERVAL_MS, signal);
      }
    }
  }

  async #request(method: string, params: Record<string, unknown>, signal?: AbortSignal): Promise<unknown> {
    const options: RequestOptions = { timeout: this.#timeout, ...(signal !== undefined && { signal }) };
    try {
      return await this.#client.request({ method, params: { taskId: this.taskId, ...params } }, ANYTHING, options);
    } catch (error) {
      throw translated(error, this.#tool, this.#timeout, signal);
    }
  }
}

/** Whether the server has said something, and it was no. */
function isAnswer(error: unknown): boolean {
  return error instanceof ProtocolError || error instanceof ToolError || error instanceof ValidationError;
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

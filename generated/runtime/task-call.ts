// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type CallToolResult,
  type InputRequiredResult,
  isInputRequiredResult,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { callerOf } from './caller.js';
import type { TaskPolicy, ToolDescriptor } from './descriptor.js';
import type { CallTool } from './register.js';
import { ToolFailure } from './result.js';
import { type TaskAnswers, taskAnswers } from './task-answers.js';
import { seated, type TaskSeat } from './task-context.js';
import type { TaskCounter } from './task-counter.js';
import { newRecord, TaskRun } from './task-run.js';
import { type TaskError, type TaskRecord, type TaskStore, TaskStoreFullError } from './task-store.js';

/** What all calls of one server share. */
export interface TaskHost {
  readonly store: TaskStore;
  readonly counter: TaskCounter;
  /** Reports what no caller may see, and returns the reference that one may. */
  readonly report: (error: unknown, tool: string, requestId: string | number) => string;
  /** In contracts that have questions: lets the task answer what is asked, as soon as there is one. */
  readonly answerFrom?: AnswerFrom | undefined;
}

/** `answerFrom` of input.ts. */
export type AnswerFrom = (request: ServerContext, source: () => TaskAnswers | undefined) => void;

/** How a call has ended, or what it has become. */
export type TaskCallOutcome =
  | { readonly result: CallToolResult | InputRequiredResult }
  | { readonly error: TaskError }
  | { readonly task: TaskRecord };

const TOO_MANY = 'The server runs as many tasks as it can; try again later.';

/** One call of a tool by a client that knows tasks: from the arguments on, until its task is over, should it become one. */
export class TaskCall {
  readonly #host: TaskHost;
  readonly #tool: ToolDescriptor;
  readonly #policy: TaskPolicy;
  readonly #request: ServerContext;
  readonly #caller: string;
  readonly #work = new AbortController();
  #run: TaskRun | undefined;
  #starting: Promise<boolean> | undefined;
  #onStart: (record: TaskRecord) => void = () => undefined;

  constructor(host: TaskHost, tool: ToolDescriptor, policy: TaskPolicy, request: ServerContext) {
    this.#host = host;
    this.#tool = tool;
    this.#policy = policy;
    this.#request = request;
    this.#caller = callerOf(request.http?.authInfo);
  }

  /** Resolves as soon as there is something to answer with. What happens later is the task's. Rejects only where `call` does. */
  async begin(input: unknown, call: CallTool): Promise<TaskCallOutcome> {
    const { signal } = this.#request.mcpReq;
    signal.addEventListener('abort', this.#abort, { once: true });
    if (signal.aborted) this.#abort();
    const started = new Promise<TaskCallOutcome>((resolve) => {
      this.#onStart = (task) => resolve({ task });
    });
    const at: TaskSeat = {
      id: () => this.#run?.taskId,
      status: (message) => this.#run?.say(message),
      start: () => {
        this.#starting ??= this.#start();
        return this.#starting;
      },
      isEager: this.#policy.start === 'call',
    };
    const own = seated(this.#request, at, this.#work.signal);
    this.#host.answerFrom?.(own, () => (this.#run === undefined ? undefined : taskAnswers(this.#tool.name, this.#run)));
    const ended = call(input, own).then((result): TaskCallOutcome => {
      signal.removeEventListener('abort', this.#abort);
      return at.error === undefined ? { result } : { error: at.error };
    });
    void this.#conclude(ended);
    return Promise.race([started, ended]);
  }

  readonly #abort = (): void => this.#work.abort(this.#request.mcpReq.signal.reason);

  async #start(): Promise<boolean> {
    this.#work.signal.throwIfAborted();
    const { store, counter } = this.#host;
    const { ttlMs, pollIntervalMs } = this.#policy;
    if (!counter.begin(this.#caller)) throw new ToolFailure(TOO_MANY);
    const record = newRecord({ caller: this.#caller, tool: this.#tool.name, ttlMs, pollIntervalMs });
    try {
      await store.add(record);
    } catch (error) {
      counter.end(this.#caller);
      throw error instanceof TaskStoreFullError ? new ToolFailure(TOO_MANY) : error;
    }
    // From here on the work goes on whatever becomes of the request.
    this.#request.mcpReq.signal.removeEventListener('abort', this.#abort);
    this.#run = new TaskRun(
      store,
      record,
      (reason) => this.#work.abort(reason),
      (error) => void this.#report(error),
    );
    this.#onStart(record);
    return true;
  }

  /** Keeps how the work ended, if it is a task's. Never rejects. */
  async #conclude(ended: Promise<TaskCallOutcome>): Promise<void> {
    try {
      const outcome = await ended;
      // A handler need not have waited for its task to begin.
      await this.#starting;
      if ('task' in outcome || this.#run === undefined) return;
      if ('result' in outcome && isInputRequiredResult(outcome.result)) {
        throw new Error('the handler has asked something as a call, and gone on as a task without waiting for it');
      }
      await this.#run.finish(outcome);
    } catch (error) {
      if (this.#run === undefined) return;
      const message = `The result could not be kept (reference ${this.#report(error)})`;
      const lost = { code: ProtocolErrorCode.InternalError, message };
      await this.#run.finish({ error: lost }).catch((second: unknown) => this.#report(second));
    } finally {
      if (this.#run !== undefined) this.#host.counter.end(this.#caller);
    }
  }

  #report(error: unknown): string {
    return this.#host.report(error, this.#tool.name, this.#request.mcpReq.id);
  }
}

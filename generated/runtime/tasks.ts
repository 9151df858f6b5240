// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type Result,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { ANYTHING } from './anything.js';
import { callerOf } from './caller.js';
import type { TaskPolicy, ToolDescriptor } from './descriptor.js';
import { type OnError, reportFailure } from './failure.js';
import { isRecord } from './json.js';
import { MemoryTaskStore } from './memory-task-store.js';
import type { CallTool } from './register.js';
import type { TaskService } from './server.js';
import { type AnswerFrom, TaskCall, type TaskCallOutcome, type TaskHost } from './task-call.js';
import { ordinarySeat, seated, withTask } from './task-context.js';
import { TaskCounter } from './task-counter.js';
import { TASKS_CAPABILITY } from './task-extension.js';
import { TaskOutcomes } from './task-outcomes.js';
import { changeTask, ORPHANED } from './task-run.js';
import { expiryOf, isFinal, type TaskRecord, type TaskStore } from './task-store.js';
import { followOverHttp } from './task-stream.js';
import type { FollowedTasks } from './task-subscriptions.js';
import { TaskTransport } from './task-transport.js';
import { declaresTasks, tasksRequired, toDetailedTask, toTask } from './task-wire.js';

/** What an author decides about tasks. */
export interface TaskOptions {
  /** Where tasks are kept. Default: a `MemoryTaskStore`, which ends with the process. */
  readonly store?: TaskStore | undefined;
  /** How many tasks this server runs at a time. Default: 1,000. */
  readonly maxRunning?: number | undefined;
  /** How many of them for one authenticated caller. Default: 100. */
  readonly maxRunningPerCaller?: number | undefined;
}

/** What `createServer` needs to serve tasks. */
export function taskService(
  options: TaskOptions | undefined,
  answerFrom?: AnswerFrom,
): (onError: OnError) => TaskService {
  return (onError) => {
    const tasks = new Tasks(options ?? {}, onError, answerFrom);
    const outcomes = new TaskOutcomes();
    return {
      capability: TASKS_CAPABILITY,
      adapt: withTask,
      wrap: (tool, call) => (tool.tasks === undefined ? call : tasks.wrap(tool, tool.tasks, call, outcomes)),
      create: (info, sdkOptions) => outcomes.createServer(info, sdkOptions),
      register: (server) => tasks.register(server),
      overHttp: followOverHttp(tasks.followed),
      overTransport: (inner) => new TaskTransport(inner, tasks.followed),
    };
  };
}

/** The tasks of one server: makes them of calls, and answers what clients ask about them. */
export class Tasks {
  readonly #host: TaskHost;
  readonly #store: TaskStore;

  constructor(
    { store, maxRunning = 1_000, maxRunningPerCaller = 100 }: TaskOptions,
    onError: OnError,
    answerFrom?: AnswerFrom,
  ) {
    this.#store = store ?? new MemoryTaskStore();
    this.#host = {
      store: this.#store,
      counter: new TaskCounter(maxRunning, maxRunningPerCaller),
      answerFrom,
      report: (error, tool, requestId) => reportFailure(error, { tool, requestId, stage: 'task' }, onError),
    };
  }

  /** The same call, which may become a task. Whatever is no tool result is left to `outcomes`. */
  wrap(tool: ToolDescriptor, policy: TaskPolicy, call: CallTool, outcomes: TaskOutcomes): CallTool {
    return async (input, request) => {
      if (!declaresTasks(request) && policy.required) return outcomes.leave(request, { error: tasksRequired() });
      const outcome = declaresTasks(request)
        ? await new TaskCall(this.#host, tool, policy, request).begin(input, call)
        : await callOrdinarily(input, request, call);
      if ('result' in outcome) return outcome.result;
      if ('task' in outcome) return outcomes.leave(request, { task: { resultType: 'task', ...toTask(outcome.task) } });
      const { code, message, data } = outcome.error;
      return outcomes.leave(request, { error: new ProtocolError(code, message, data) });
    };
  }

  /** Serves `tasks/get`, `tasks/update` and `tasks/cancel`; `tasks/result` and `tasks/list` of older revisions stay unknown. */
  register({ server }: McpServer): void {
    const serve = (method: string, answer: (params: unknown, ctx: ServerContext) => Promise<Result>): void => {
      server.setRequestHandler(method, { params: ANYTHING }, (given, ctx) =>
        answer(given, ctx).catch((error: unknown) => {
          throw this.#tellable(error, method, ctx);
        }),
      );
    };
    serve('tasks/get', async (given, ctx) => toDetailedTask(await this.#find(given, ctx)));
    serve('tasks/cancel', async (given, ctx) => {
      const { taskId } = await this.#find(given, ctx);
      await changeTask(this.#store, taskId, () => ({
        status: 'cancelled',
        statusMessage: 'The client cancelled the task.',
      }));
      return {};
    });
    serve('tasks/update', async (given, ctx) => {
      const { taskId } = await this.#find(given, ctx);
      // The SDK takes this member out of the parameters of every request.
      const responses: unknown = ctx.mcpReq.inputResponses ?? (isRecord(given) ? given['inputResponses'] : undefined);
      if (!isRecord(responses)) throw invalid('inputResponses must be an object');
      await this.#answer(taskId, responses);
      return {};
    });
  }

  /** For subscriptions, which a store that fails only keeps from following tasks. */
  get followed(): FollowedTasks {
    const findAll: FollowedTasks['findAll'] = async (taskIds, caller) => {
      try {
        return await this.#findAll(taskIds, caller);
      } catch (error) {
        this.#host.report(error, 'subscriptions/listen', '');
        return [];
      }
    };
    return { findAll, follow: (taskId, onChange) => this.#follow(taskId, onChange) };
  }

  /** The tasks among these that exist and are this caller's. */
  async #findAll(taskIds: readonly string[], caller: string): Promise<readonly TaskRecord[]> {
    const found = await Promise.all(taskIds.map((taskId) => this.#get(taskId)));
    return found.flatMap((record) => (record?.caller === caller ? [record] : []));
  }

  /** Calls `onChange` with what a task is now, and with what it becomes, whenever that is something else than before. */
  #follow(taskId: string, onChange: (record: TaskRecord) => void): () => void {
    let last: string | undefined;
    const look = async (): Promise<void> => {
      const record = await this.#get(taskId);
      if (record === undefined) return;
      const shown = JSON.stringify(toDetailedTask(record));
      if (shown === last) return;
      last = shown;
      onChange(record);
    };
    const report = (error: unknown): void => void this.#host.report(error, 'tasks', taskId);
    const stop = this.#store.watch(taskId, () => void look().catch(report));
    look().catch(report);
    return stop;
  }

  /** What goes wrong with a store is nobody's business but the author's. */
  #tellable(error: unknown, method: string, { mcpReq }: ServerContext): Error {
    if (error instanceof ProtocolError) return error;
    const reference = this.#host.report(error, method, mcpReq.id);
    return new ProtocolError(ProtocolErrorCode.InternalError, `The server failed (reference ${reference})`);
  }

  /** The caller's own task. Somebody else's is as unknown as one that never was. */
  async #find(params: unknown, ctx: ServerContext): Promise<TaskRecord> {
    if (!declaresTasks(ctx)) throw tasksRequired();
    const taskId = isRecord(params) ? params['taskId'] : undefined;
    if (typeof taskId !== 'string') throw invalid('taskId must be a string');
    const [record] = await this.#findAll([taskId], callerOf(ctx.http?.authInfo));
    if (record === undefined) throw invalid('Task not found');
    return record;
  }

  async #get(taskId: string): Promise<TaskRecord | undefined> {
    const record = (await this.#store.get(taskId))?.record;
    const now = Date.now();
    if (record === undefined || expiryOf(record) <= now) return undefined;
    if (isFinal(record) || record.aliveUntil > now) return record;
    return changeTask(this.#store, taskId, ({ aliveUntil }) => (aliveUntil > now ? undefined : ORPHANED));
  }

  /** Takes the answers to questions that are open; all others are ignored ("Task Update Requests"). */
  async #answer(taskId: string, responses: Readonly<Record<string, unknown>>): Promise<void> {
    await changeTask(this.#store, taskId, ({ inputRequests = {}, inputResponses = {} }) => {
      const isAnswered = ([key]: [string, unknown]): boolean => Object.hasOwn(responses, key);
      const open = Object.entries(inputRequests);
      const answered = open.filter(isAnswered).map(([key]) => [key, responses[key]]);
      if (answered.length === 0) return undefined;
      const left = open.filter((each) => !isAnswered(each));
      return {
        status: left.length === 0 ? 'working' : 'input_required',
        inputRequests: Object.fromEntries(left),
        inputResponses: { ...inputResponses, ...Object.fromEntries(answered) },
      };
    });
  }
}

/** The client does not know tasks: it waits for the result. */
async function callOrdinarily(input: unknown, request: ServerContext, call: CallTool): Promise<TaskCallOutcome> {
  const at = ordinarySeat();
  const result = await call(input, seated(request, at, request.mcpReq.signal));
  return at.error === undefined ? { result } : { error: at.error };
}

function invalid(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `Invalid params: ${message}`);
}

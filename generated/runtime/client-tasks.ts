// Copied by mcpgen from its tested runtime. Do not edit.

import { type CallToolResult, isCallToolResult } from '@modelcontextprotocol/client';
import { argumentsOf, type CallOptions, readResult, sendCall } from './call.js';
import { type ClientOptions, type ClientTaskSupport, type ContractClient, callDefaults } from './client.js';
import type { ToolDescriptor } from './descriptor.js';
import { ValidationError } from './errors.js';
import { carriedTask, TaskClient } from './task-client.js';
import { TASKS_CAPABILITY } from './task-extension.js';
import { readTask, type TaskView } from './task-view.js';
import { RemoteTask, type TaskQuestions, type TaskWaitOptions } from './task-wait.js';

/** What a caller decides about one call that may become a task. */
export interface TaskCallOptions extends CallOptions, TaskWaitOptions {
  /** Cancels the call, or the task that it has become; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A call that goes on at the server, or that has been answered at once. */
export interface TaskHandle<Output> {
  /** Under this id the task is found again, by `resume`; `undefined` when the call was answered at once. */
  readonly taskId: string | undefined;
  /** What the task is now; `undefined` when there is none. */
  readonly status: () => Promise<TaskView | undefined>;
  /** Waits for the result; rejects with the errors of a call, and with a `TaskCancelledError`. */
  readonly result: (options?: TaskWaitOptions) => Promise<Output>;
  /** Asks the server to cancel the task; it need not. */
  readonly cancel: () => Promise<void>;
  /** Answers questions of the task by hand, by their keys. */
  readonly update: (answers: TaskQuestions) => Promise<void>;
}

/** How calls of one tool are begun, and found again. */
export interface TaskMethods<Input, Output> {
  /** Calls the tool, and does not wait for its result. */
  readonly start: (input: Input, options?: CallOptions) => Promise<TaskHandle<Output>>;
  /** The handle of a task that was begun before, by this client or by another one of the same caller. Asks nobody. */
  readonly resume: (taskId: string) => TaskHandle<Output>;
}

/** A client with the tasks of its tools. */
export type WithTasks<Client, Tasks> = Client & { readonly tasks: Tasks };

/** What `createClient` needs to take a task for an answer. */
export const taskSupport: ClientTaskSupport = {
  extensions: TASKS_CAPABILITY,
  create: (info, options) => new TaskClient(info, options),
  complete: async (client, tool, answer, options, timeout) => {
    const task = startedTask(client, tool, answer, timeout);
    if (task === undefined) return answer;
    try {
      return toResult(tool, await task.wait(options));
    } catch (error) {
      // Nobody else knows the task. A server that cannot be reached ends it in its own time.
      await task.cancel().catch(() => undefined);
      throw error;
    }
  },
};

/** The methods of `client.tasks`, one pair for each tool with tasks. */
export function bindTasks<Tasks>(
  { raw }: ContractClient<unknown>,
  descriptors: Readonly<Record<string, ToolDescriptor>>,
  options: ClientOptions = {},
): Tasks {
  const defaults = callDefaults(options);
  const methodsOf = (tool: ToolDescriptor): TaskMethods<unknown, unknown> => {
    const resume = (task: RemoteTask): TaskHandle<unknown> => ({
      taskId: task.taskId,
      status: async () => (await task.get()).view,
      result: async (wait = {}) => readResult(raw, tool, toResult(tool, await task.wait(wait)), defaults),
      cancel: () => task.cancel(),
      update: (answers) => task.update(answers),
    });
    return {
      start: async (input, callOptions = {}) => {
        const timeout = callOptions.timeout ?? defaults.timeoutMs;
        const args = await argumentsOf(tool, input, defaults);
        const answer = await sendCall(raw, tool, args, callOptions, timeout);
        const task = startedTask(raw, tool, answer, timeout);
        return task === undefined ? answered(() => readResult(raw, tool, answer, defaults)) : resume(task);
      },
      resume: (taskId) => resume(new RemoteTask(raw, tool.name, taskId, defaults.timeoutMs)),
    };
  };
  const tasked = Object.entries(descriptors).filter(([, { tasks }]) => tasks !== undefined);
  // The table is what the methods' types were made of.
  return Object.fromEntries(tasked.map(([method, tool]) => [method, methodsOf(tool)])) as Tasks;
}

/** The handle of a call that was answered at once. */
function answered(read: () => Promise<unknown>): TaskHandle<unknown> {
  return {
    taskId: undefined,
    status: async () => undefined,
    result: () => read(),
    cancel: async () => undefined,
    update: async () => undefined,
  };
}

function startedTask(
  client: ContractClient<unknown>['raw'],
  tool: ToolDescriptor,
  answer: CallToolResult,
  timeout: number,
): RemoteTask | undefined {
  const task = carriedTask(answer);
  return task === undefined
    ? undefined
    : new RemoteTask(client, tool.name, readTask(tool.name, task).view.taskId, timeout);
}

function toResult(tool: ToolDescriptor, value: unknown): CallToolResult {
  if (isCallToolResult(value)) return value;
  throw new ValidationError(tool.name, 'output', [{ pointer: '', message: 'is no result of a tool' }]);
}

// Copied by mcpgen from its tested runtime. Do not edit.

import { ValidationError } from './errors.js';
import { isRecord } from './json.js';

/** What a server says about a task: `DetailedTask` of the tasks extension. */
export interface TaskView {
  readonly taskId: string;
  readonly status: 'working' | 'input_required' | 'completed' | 'failed' | 'cancelled';
  readonly statusMessage?: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly lastUpdatedAt: string;
  /** Milliseconds from `createdAt` on for which the server keeps the task; `null` where it sets no end. */
  readonly ttlMs: number | null;
  readonly pollIntervalMs?: number;
  /** Questions that wait for an answer, by their keys. */
  readonly inputRequests?: Readonly<Record<string, unknown>>;
}

/** A view, and what a task that is over has come to. */
export interface TaskAnswer {
  readonly view: TaskView;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

const STATUSES: readonly unknown[] = ['working', 'input_required', 'completed', 'failed', 'cancelled'];

/** Reads what a server says about a task. Throws a `ValidationError` when it is not what the extension lets it say. */
export function readTask(tool: string, value: unknown): TaskAnswer {
  const task = isRecord(value) ? value : {};
  const { taskId, status, statusMessage, createdAt, lastUpdatedAt, ttlMs, pollIntervalMs, inputRequests, result } =
    task;
  const wrong = (pointer: string, message: string) =>
    new ValidationError(tool, 'output', [{ pointer, message: `${message}, as a task must have it` }]);
  if (typeof taskId !== 'string') throw wrong('/taskId', 'is no text');
  if (!STATUSES.includes(status)) throw wrong('/status', 'is none of the known ones');
  if (typeof createdAt !== 'string') throw wrong('/createdAt', 'is no text');
  if (typeof lastUpdatedAt !== 'string') throw wrong('/lastUpdatedAt', 'is no text');
  if (ttlMs !== null && typeof ttlMs !== 'number') throw wrong('/ttlMs', 'is neither a number nor null');
  const error = status === 'failed' ? errorOf(task['error']) : undefined;
  const view: TaskView = {
    taskId,
    status: status as TaskView['status'],
    createdAt,
    lastUpdatedAt,
    ttlMs,
    ...(typeof statusMessage === 'string' && { statusMessage }),
    ...(typeof pollIntervalMs === 'number' && { pollIntervalMs }),
    ...(isRecord(inputRequests) && { inputRequests }),
  };
  return { view, ...(result !== undefined && { result }), ...(error !== undefined && { error }) };
}

function errorOf(value: unknown): NonNullable<TaskAnswer['error']> {
  const { code, message, data } = isRecord(value) ? value : {};
  return {
    code: typeof code === 'number' ? code : -32603,
    message: typeof message === 'string' ? message : 'The task failed',
    ...(data !== undefined && { data }),
  };
}

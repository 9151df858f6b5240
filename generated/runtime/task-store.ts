// Copied by mcpgen from its tested runtime. Do not edit.

/** `TaskStatus` of the extension. The last three are final. */
export type TaskStatus = 'working' | 'input_required' | 'completed' | 'failed' | 'cancelled';

/** One task, as a store keeps it: JSON values only. */
export interface TaskRecord {
  readonly taskId: string;
  /** Who may ask for it: a text that is the same for all requests of one caller. */
  readonly caller: string;
  readonly tool: string;
  readonly status: TaskStatus;
  readonly statusMessage?: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly lastUpdatedAt: string;
  /** Milliseconds from `createdAt` on, after which the store drops it. */
  readonly ttlMs: number;
  readonly pollIntervalMs: number;
  /** Milliseconds since 1970: whoever runs the task says before then that it still does. */
  readonly aliveUntil: number;
  /** Questions that wait for an answer, by their keys. */
  readonly inputRequests?: Readonly<Record<string, unknown>>;
  /** Answers that whoever runs the task has not taken yet, by the keys of the questions. */
  readonly inputResponses?: Readonly<Record<string, unknown>>;
  /** The `CallToolResult` of a completed task. */
  readonly result?: Readonly<Record<string, unknown>>;
  /** The JSON-RPC error of a failed one. */
  readonly error?: TaskError;
}

export interface TaskError {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** A record, and what tells it from what stood there before and after: compared as a whole, never looked into. */
export interface StoredTask {
  readonly record: TaskRecord;
  readonly version: string;
}

/**
 * Where tasks are kept. It may be shared by any number of servers, and outlive them. All functions may reject: then the request
 * fails, or the task, when it is its own server's turn.
 */
export interface TaskStore {
  /** Keeps a new task. Resolves once every `get` finds it. Rejects with a `TaskStoreFullError` when there is no room. */
  readonly add: (record: TaskRecord) => Promise<void>;
  /** `undefined` for one that was never there, or whose time is over. */
  readonly get: (taskId: string) => Promise<StoredTask | undefined>;
  /** Puts a new record in place of the one of that version; resolves to `false`, and changes nothing, when another stands there now. */
  readonly replace: (record: TaskRecord, version: string) => Promise<boolean>;
  /** Calls `onChange` after each change of the task, by whomever, until the function that it returns is called. */
  readonly watch: (taskId: string, onChange: () => void) => () => void;
}

/** There is no room for another task, or for what one has become. */
export class TaskStoreFullError extends Error {
  override readonly name = 'TaskStoreFullError';
}

/** Milliseconds since 1970 at which the task's time is over. */
export function expiryOf({ createdAt, ttlMs }: TaskRecord): number {
  return Date.parse(createdAt) + ttlMs;
}

export function isFinal({ status }: TaskRecord): boolean {
  return status !== 'working' && status !== 'input_required';
}

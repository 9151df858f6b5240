// Copied by mcpgen from its tested runtime. Do not edit.

import { truncate } from './json.js';
import { isFinal, type StoredTask, type TaskError, type TaskRecord, type TaskStore } from './task-store.js';

/** For how long after a sign of life a task is believed to go on, and how often a run gives one. */
const LEASE_MS = 30_000;
const RENEWAL_MS = 10_000;
/** Each attempt loses to somebody else's change, of which a task sees few. */
const MAX_ATTEMPTS = 100;

const MAX_MESSAGE = 1_000;

interface Waiting {
  readonly resolve: (response: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** The members in which a change of a task consists. */
export type TaskChange = Partial<Omit<TaskRecord, 'taskId' | 'caller' | 'createdAt'>>;

/**
 * Changes a task that is not over yet: `decide` is asked again when somebody else was quicker, and leaves the task as it is with
 * `undefined`. Resolves to the record that stands now, `undefined` when there is none.
 */
export async function changeTask(
  store: TaskStore,
  taskId: string,
  decide: (record: TaskRecord) => TaskChange | undefined,
): Promise<TaskRecord | undefined> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const stored = await store.get(taskId);
    if (stored === undefined || isFinal(stored.record)) return stored?.record;
    const change = decide(stored.record);
    if (change === undefined) return stored.record;
    const next = changed(stored, change);
    if (await store.replace(next, stored.version)) return next;
  }
  throw new Error(`the task ${taskId} changes too often`);
}

/** A final record holds nothing that only a task on its way needs. */
function changed({ record }: StoredTask, change: TaskChange): TaskRecord {
  const next: TaskRecord = { ...record, lastUpdatedAt: new Date().toISOString(), ...change };
  if (!isFinal(next)) return next;
  const { inputRequests: _asked, inputResponses: _answered, ...rest } = next;
  return rest;
}

/** The first record of a task. */
export function newRecord(
  task: Pick<TaskRecord, 'caller' | 'tool' | 'ttlMs' | 'pollIntervalMs' | 'statusMessage'>,
): TaskRecord {
  const now = new Date();
  return {
    // 122 random bits: an id is nothing that one can guess.
    taskId: crypto.randomUUID(),
    ...task,
    status: 'working',
    createdAt: now.toISOString(),
    lastUpdatedAt: now.toISOString(),
    aliveUntil: now.getTime() + LEASE_MS,
  };
}

/** What a task is that nobody runs any more: its server has ended, or lost the store. */
export const ORPHANED: TaskChange = {
  status: 'failed',
  statusMessage: 'The server that ran the task has ended.',
  error: { code: -32603, message: 'The server that ran the task has ended' },
};

/**
 * The work of one task, as the process that does it sees it. It is aborted when the task is over for any other reason: the client
 * cancelled it, or its time has passed.
 */
export class TaskRun {
  readonly taskId: string;
  readonly #store: TaskStore;
  readonly #abort: (reason: Error) => void;
  readonly #onTrouble: (error: unknown) => void;
  readonly #waiting = new Map<string, Waiting>();
  readonly #asked = new Set<string>();
  readonly #cleanUp: (() => void)[] = [];
  #writes: Promise<unknown> = Promise.resolve();
  #message: string | undefined;
  #isOver = false;

  /** `record` has been added to the store. `abort` ends the work; `onTrouble` hears what goes wrong with the store meanwhile. */
  constructor(
    store: TaskStore,
    record: TaskRecord,
    abort: (reason: Error) => void,
    onTrouble: (error: unknown) => void,
  ) {
    this.taskId = record.taskId;
    this.#store = store;
    this.#abort = abort;
    this.#onTrouble = onTrouble;
    const renewal = setInterval(() => this.#write(({ lastUpdatedAt }) => alive(lastUpdatedAt)), RENEWAL_MS);
    const end = setTimeout(() => this.#end(new Error('The time of the task is over.')), record.ttlMs);
    // A task alone keeps no process alive, and needs none where timers are plain numbers.
    for (const timer of [renewal, end] as { unref?: () => void }[]) timer.unref?.();
    this.#cleanUp.push(
      () => clearInterval(renewal),
      () => clearTimeout(end),
      store.watch(this.taskId, () => void this.#look().catch(onTrouble)),
    );
  }

  /** Says what the task is doing. Of several messages that come while one is being written, only the last is. */
  say(message: string): void {
    const isQueued = this.#message !== undefined;
    this.#message = truncate(message, MAX_MESSAGE);
    if (isQueued) return;
    let statusMessage: string | undefined;
    void this.#write(() => {
      statusMessage = this.#message ?? statusMessage;
      this.#message = undefined;
      return statusMessage === undefined ? undefined : { statusMessage };
    });
  }

  /**
   * Asks the client something and waits for the answer, which nobody has looked into. Questions of one name get keys of their own.
   * Rejects when the task is over before.
   */
  async ask(name: string, request: unknown): Promise<unknown> {
    if (this.#isOver) throw new Error('The task is over.');
    let key = name;
    for (let count = 2; this.#asked.has(key); count += 1) key = `${name}#${count}`;
    this.#asked.add(key);
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(key, { resolve, reject }));
    // It may be rejected before anybody awaits it.
    answer.catch(() => undefined);
    await this.#writeOrThrow(({ inputRequests }) => ({
      status: 'input_required',
      inputRequests: { ...inputRequests, [key]: request },
    }));
    return answer;
  }

  /** Ends the task with the result of the call, or with a JSON-RPC error. */
  async finish(outcome: { readonly result: unknown } | { readonly error: TaskError }): Promise<void> {
    const change: TaskChange =
      'error' in outcome
        ? { status: 'failed', error: outcome.error, statusMessage: outcome.error.message }
        : { status: 'completed', result: outcome.result as Readonly<Record<string, unknown>> };
    try {
      await this.#writeOrThrow(() => change);
    } finally {
      this.#end();
    }
  }

  /** Reacts to what others have done to the task. */
  async #look(): Promise<void> {
    const stored = await this.#store.get(this.taskId);
    if (this.#isOver) return;
    if (stored === undefined) return this.#end(new Error('The time of the task is over.'));
    const { record } = stored;
    if (isFinal(record)) return this.#end(new Error(record.statusMessage ?? 'The task is over.'));
    const taken = Object.entries(record.inputResponses ?? {}).filter(([key]) => this.#waiting.has(key));
    if (taken.length === 0) return;
    for (const [key, response] of taken) {
      this.#waiting.get(key)?.resolve(response);
      this.#waiting.delete(key);
    }
    await this.#write(({ inputResponses, lastUpdatedAt }) => ({
      inputResponses: without(
        inputResponses,
        taken.map(([key]) => key),
      ),
      lastUpdatedAt,
    }));
  }

  #write(decide: (record: TaskRecord) => TaskChange | undefined): Promise<void> {
    return this.#writeOrThrow(decide).catch(this.#onTrouble);
  }

  /** One after the other, so that a process does not compete with itself. */
  #writeOrThrow(decide: (record: TaskRecord) => TaskChange | undefined): Promise<void> {
    const written = this.#writes.then(async () => {
      await changeTask(this.#store, this.taskId, decide);
    });
    this.#writes = written.catch(() => undefined);
    return written;
  }

  #end(reason?: Error): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const each of this.#cleanUp) each();
    for (const { reject } of this.#waiting.values()) reject(reason ?? new Error('The task is over.'));
    this.#waiting.clear();
    if (reason !== undefined) this.#abort(reason);
  }
}

/** A sign of life is no news. */
function alive(lastUpdatedAt: string): TaskChange {
  return { aliveUntil: Date.now() + LEASE_MS, lastUpdatedAt };
}

function without(members: Readonly<Record<string, unknown>> = {}, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([key]) => !keys.includes(key)));
}

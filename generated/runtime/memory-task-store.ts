// Copied by mcpgen from its tested runtime. Do not edit.

import { expiryOf, type StoredTask, type TaskRecord, type TaskStore, TaskStoreFullError } from './task-store.js';

/** How much a `MemoryTaskStore` keeps. */
export interface MemoryTaskStoreOptions {
  /** Default: 10,000. */
  readonly maxTasks?: number | undefined;
  /** Of all records together, as JSON text in UTF-16. Default: 64 MiB. */
  readonly maxBytes?: number | undefined;
}

const SMALL = 2048;
const SWEEP_MS = 1_000;

interface Entry {
  /** As text, so that nobody who holds a record can change what is kept. */
  readonly text: string;
  readonly version: number;
  readonly expiresAt: number;
}

/**
 * Keeps tasks in this process. A task is never dropped before its time is over, since its client was promised as much: when there is
 * no room, new ones are refused.
 */
export class MemoryTaskStore implements TaskStore {
  readonly #entries = new Map<string, Entry>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #maxTasks: number;
  readonly #maxBytes: number;
  #bytes = 0;
  #version = 0;
  #nextSweep = 0;

  constructor({ maxTasks = 10_000, maxBytes = 64 * 2 ** 20 }: MemoryTaskStoreOptions = {}) {
    this.#maxTasks = maxTasks;
    this.#maxBytes = maxBytes;
  }

  /** The number of tasks whose time is not over. */
  get size(): number {
    this.#sweep(Date.now());
    return this.#entries.size;
  }

  readonly add = async (record: TaskRecord): Promise<void> => {
    const now = Date.now();
    // Looking through all of them for each new one would let a caller who makes many slow everybody down.
    if (now >= this.#nextSweep) this.#sweep(now);
    if (this.#entries.size >= this.#maxTasks) throw new TaskStoreFullError('the store holds as many tasks as it may');
    if (this.#entries.has(record.taskId)) throw new TypeError('there is a task of this id already');
    this.#put(record);
  };

  readonly get = async (taskId: string): Promise<StoredTask | undefined> => {
    const entry = this.#current(taskId);
    if (entry === undefined) return undefined;
    return { record: JSON.parse(entry.text) as TaskRecord, version: String(entry.version) };
  };

  readonly replace = async (record: TaskRecord, version: string): Promise<boolean> => {
    const { taskId } = record;
    const current = this.#current(taskId);
    if (current === undefined || String(current.version) !== version) return false;
    this.#put(record);
    for (const onChange of this.#watchers.get(taskId) ?? []) queueMicrotask(onChange);
    return true;
  };

  readonly watch = (taskId: string, onChange: () => void): (() => void) => {
    const watchers = this.#watchers.get(taskId) ?? new Set();
    this.#watchers.set(taskId, watchers);
    // A wrapper of its own for each, so that one function may watch twice.
    const own = (): void => onChange();
    watchers.add(own);
    return () => {
      watchers.delete(own);
      if (watchers.size === 0 && this.#watchers.get(taskId) === watchers) this.#watchers.delete(taskId);
    };
  };

  #current(taskId: string): Entry | undefined {
    const entry = this.#entries.get(taskId);
    if (entry === undefined || Date.now() < entry.expiresAt) return entry;
    this.#drop(taskId, entry);
    return undefined;
  }

  #put(record: TaskRecord): void {
    const text = JSON.stringify(record);
    const before = this.#entries.get(record.taskId);
    const bytes = this.#bytes - sizeOf(before?.text) + sizeOf(text);
    // A small record always finds room, since there are only so many: a task that grew too much must be ended somehow.
    if (bytes > this.#maxBytes && sizeOf(text) > SMALL) throw new TaskStoreFullError('the store is full');
    this.#bytes = bytes;
    this.#version += 1;
    this.#entries.set(record.taskId, { text, version: this.#version, expiresAt: expiryOf(record) });
  }

  #sweep(now: number): void {
    this.#nextSweep = now + SWEEP_MS;
    for (const [taskId, entry] of this.#entries) if (entry.expiresAt <= now) this.#drop(taskId, entry);
  }

  #drop(taskId: string, entry: Entry): void {
    this.#entries.delete(taskId);
    this.#bytes -= sizeOf(entry.text);
  }
}

function sizeOf(text: string | undefined): number {
  return (text?.length ?? 0) * 2;
}

import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ToolContext } from '../../../src/runtime/context.js';
import { MemoryTaskStore } from '../../../src/runtime/memory-task-store.js';
import { changeTask, newRecord, TaskRun } from '../../../src/runtime/task-run.js';
import { type TaskRecord, type TaskStore, TaskStoreFullError } from '../../../src/runtime/task-store.js';
import { gate } from '../support/gate.js';
import { begin, eventually, get, resultOf, taskServer, taskTool, until, wire } from './support.js';

const record = (more: Partial<TaskRecord> = {}): TaskRecord => ({
  ...newRecord({ caller: '', tool: 'work', ttlMs: 60_000, pollIntervalMs: 10 }),
  ...more,
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a store in memory', () => {
  test('replaces only the version that it is given, and tells whoever watches', async () => {
    const store = new MemoryTaskStore();
    const first = record();
    await store.add(first);
    await expect(store.add(first)).rejects.toThrow(TypeError);
    const { version = '' } = (await store.get(first.taskId)) ?? {};
    const seen: string[] = [];
    const stop = store.watch(first.taskId, () => seen.push('changed'));
    expect(await store.replace({ ...first, statusMessage: 'one' }, version)).toBe(true);
    expect(await store.replace({ ...first, statusMessage: 'two' }, version)).toBe(false);
    await eventually(() => seen.length === 1);
    stop();
    const { record: now, version: second = '' } = (await store.get(first.taskId)) ?? {};
    expect(now?.statusMessage).toBe('one');
    expect(await store.replace({ ...first, statusMessage: 'three' }, second)).toBe(true);
    expect(await store.replace(record(), second)).toBe(false);
    expect(seen).toEqual(['changed']);
  });

  test('keeps a copy that nobody can change from outside', async () => {
    const store = new MemoryTaskStore();
    const result = { content: [{ type: 'text', text: 'right' }] };
    const first = record({ status: 'completed', result });
    await store.add(first);
    result.content.push({ type: 'text', text: 'wrong' });
    expect((await store.get(first.taskId))?.record.result).toEqual({ content: [{ type: 'text', text: 'right' }] });
  });

  test('forgets a task when its time is over, and not before; then there is room again', async () => {
    vi.useFakeTimers();
    const store = new MemoryTaskStore({ maxTasks: 2 });
    const [short, long] = [record({ ttlMs: 1_000 }), record({ ttlMs: 5_000 })];
    await store.add(short);
    await store.add(long);
    await expect(store.add(record())).rejects.toThrow(TaskStoreFullError);
    vi.setSystemTime(Date.now() + 999);
    expect(await store.get(short.taskId)).toBeDefined();
    await expect(store.add(record())).rejects.toThrow(TaskStoreFullError);
    vi.setSystemTime(Date.now() + 1_001);
    expect(await store.get(short.taskId)).toBeUndefined();
    expect(store.size).toBe(1);
    await store.add(record());
    expect(await store.get(long.taskId)).toBeDefined();
  });

  test('holds only so much; small changes always find room', async () => {
    const store = new MemoryTaskStore({ maxBytes: 10_000 });
    const first = record();
    await store.add(first);
    const { version = '' } = (await store.get(first.taskId)) ?? {};
    const large = { ...first, statusMessage: 'x'.repeat(10_000) };
    await expect(store.replace(large, version)).rejects.toThrow(TaskStoreFullError);
    expect(await store.replace({ ...first, statusMessage: 'x' }, version)).toBe(true);
  });
});

test('changes that compete are all made, one after the other', async () => {
  const store = new MemoryTaskStore();
  const first = record({ statusMessage: '0' });
  await store.add(first);
  // As over a network: others come between reading and writing.
  const slow: TaskStore = { ...store, get: (id) => new Promise((resolve) => setTimeout(() => resolve(store.get(id)))) };
  const increment = () =>
    changeTask(slow, first.taskId, ({ statusMessage }) => ({ statusMessage: String(Number(statusMessage) + 1) }));
  await Promise.all(Array.from({ length: 20 }, increment));
  expect((await store.get(first.taskId))?.record.statusMessage).toBe('20');
  await changeTask(store, first.taskId, () => ({ status: 'cancelled' }));
  const late = await changeTask(store, first.taskId, () => ({ status: 'completed', result: {} }));
  expect(late).toMatchObject({ status: 'cancelled' });
});

describe('two servers with one store', () => {
  test('a result is found at either, and so is a task whose server has ended', async () => {
    const store = new MemoryTaskStore();
    const handlers = { work: async ({ wait }: { wait?: boolean }) => (wait ? new Promise(() => undefined) : 'done') };
    const server = () => taskServer([taskTool('work')], handlers, { store });
    const ids: string[] = [];
    {
      await using on = await wire(server(), 'memory');
      ids.push(await begin(on, 'work'), await begin(on, 'work', { wait: true }));
      await until(on, ids[0] ?? '', 'completed');
    }
    await using on = await wire(server(), 'memory');
    expect(await get(on, ids[0] ?? '')).toMatchObject({ status: 'completed', result: { content: [{ text: 'done' }] } });
    expect(await get(on, ids[1] ?? '')).toMatchObject({ status: 'working' });
    // Its process gives no sign of life any more.
    await changeTask(store, ids[1] ?? '', () => ({ aliveUntil: Date.now() - 1 }));
    const orphan = await get(on, ids[1] ?? '');
    expect(orphan).toMatchObject({ status: 'failed', error: { code: -32603 } });
    expect(orphan['statusMessage']).toContain('has ended');
  });

  test('cancelling at one aborts the work at the other', async () => {
    const store = new MemoryTaskStore();
    const aborted = gate();
    const work = async (_: unknown, { signal }: ToolContext) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      aborted.open();
    };
    const server = () => taskServer([taskTool('work')], { work }, { store });
    await using here = await wire(server(), 'memory');
    await using there = await wire(server(), 'http');
    const taskId = await begin(here, 'work');
    expect(resultOf(await there.ask('tasks/cancel', { taskId }))).toMatchObject({ resultType: 'complete' });
    await aborted.opened;
    expect(await get(here, taskId)).toMatchObject({ status: 'cancelled' });
  });

  test('a store that fails is no reason to crash: calls fail, and it is reported', async () => {
    const failures: unknown[] = [];
    const down = async (): Promise<never> => {
      throw new Error('redis://secret is down');
    };
    const store: TaskStore = { add: down, get: down, replace: down, watch: () => () => undefined };
    const server = taskServer([taskTool('work')], { work: () => 'x' }, { store }, (error) => void failures.push(error));
    await using on = await wire(server, 'memory');
    const called = await on.ask('tools/call', { name: 'work', arguments: {} });
    expect(resultOf(called)).toMatchObject({ isError: true });
    expect(JSON.stringify(called)).not.toContain('secret');
    expect(failures).toHaveLength(1);
    const asked = await on.ask('tasks/get', { taskId: 'x' });
    expect(asked['error']).toMatchObject({ code: -32603 });
    expect(JSON.stringify(asked)).not.toContain('secret');
  });
});

describe('a run', () => {
  test('asks under keys of their own, and waits for each answer; ends all waiting when it is over', async () => {
    const store = new MemoryTaskStore();
    const first = record();
    await store.add(first);
    const reasons: Error[] = [];
    const run = new TaskRun(
      store,
      first,
      (reason) => reasons.push(reason),
      (error) => reasons.push(error as Error),
    );
    const [one, two, three] = [run.ask('name', { n: 1 }), run.ask('name', { n: 2 }), run.ask('other', { n: 3 })];
    let open: TaskRecord['inputRequests'];
    while (Object.keys(open ?? {}).length < 3) open = (await store.get(first.taskId))?.record.inputRequests;
    expect(open).toEqual({ name: { n: 1 }, 'name#2': { n: 2 }, other: { n: 3 } });
    await changeTask(store, first.taskId, ({ inputRequests = {} }) => {
      const { 'name#2': _, ...rest } = inputRequests;
      return { inputRequests: rest, inputResponses: { 'name#2': 'second', strange: 'ignored' } };
    });
    expect(await two).toBe('second');
    await changeTask(store, first.taskId, () => ({ status: 'cancelled', statusMessage: 'enough' }));
    await expect(one).rejects.toThrow('enough');
    await expect(three).rejects.toThrow('enough');
    await expect(run.ask('late', {})).rejects.toThrow('over');
    expect(reasons.map(({ message }) => message)).toEqual(['enough']);
    const { record: last } = (await store.get(first.taskId)) ?? {};
    expect(last).not.toHaveProperty('inputRequests');
    expect(last).not.toHaveProperty('inputResponses');
  });

  test('gives signs of life, which are no news, and is aborted when its time is over', async () => {
    vi.useFakeTimers();
    const store = new MemoryTaskStore();
    const first = record({ ttlMs: 60_000 });
    await store.add(first);
    const reasons: Error[] = [];
    new TaskRun(
      store,
      first,
      (reason) => reasons.push(reason),
      () => undefined,
    );
    await vi.advanceTimersByTimeAsync(25_000);
    const now = (await store.get(first.taskId))?.record;
    expect(now?.aliveUntil).toBeGreaterThan(first.aliveUntil);
    expect(now?.lastUpdatedAt).toBe(first.lastUpdatedAt);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(reasons.map(({ message }) => message)).toEqual(['The time of the task is over.']);
    expect(vi.getTimerCount()).toBe(0);
  });
});

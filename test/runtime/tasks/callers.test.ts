import type { AuthInfo } from '@modelcontextprotocol/server';
import { describe, expect, test } from 'vitest';
import type { ToolContext } from '../../../src/runtime/context.js';
import { MemoryTaskStore } from '../../../src/runtime/memory-task-store.js';
import { gate } from '../support/gate.js';
import { begin, CARRIERS, eventually, get, resultOf, taskServer, taskTool, until, wire } from './support.js';

const auth = (clientId: string, sub?: string, scopes: string[] = []): AuthInfo => ({
  token: 't',
  clientId,
  scopes,
  ...(sub !== undefined && { extra: { sub } }),
});

describe('two callers', () => {
  const others = [auth('b', 'ann'), auth('a', 'bob'), auth('a'), undefined];

  test.each(others)('a task is unknown to whoever did not start it: %o', async (other) => {
    await using on = await wire(taskServer([taskTool('work')], { work: () => 'secret' }), 'http');
    const mine = { auth: auth('a', 'ann', ['one']) };
    const theirs = other === undefined ? {} : { auth: other };
    const taskId = await begin(on, 'work', {}, mine);
    const unknown = await on.ask('tasks/get', { taskId: crypto.randomUUID() }, theirs);
    for (const method of ['tasks/get', 'tasks/update', 'tasks/cancel']) {
      const answer = await on.ask(method, { taskId, inputResponses: {} }, theirs);
      expect(answer['error']).toEqual(unknown['error']);
    }
    const subscription = await on.listen({ taskIds: [taskId] }, theirs);
    await eventually(() => subscription.messages.length > 0);
    expect(JSON.stringify(subscription.messages)).not.toContain(taskId);
    await subscription.end();
    // A renewed token has other scopes, and is the same caller's.
    expect(await get(on, taskId, { auth: auth('a', 'ann', ['two']) })).toMatchObject({ taskId });
  });
});

describe('many tasks', () => {
  test('1,000 run at a time; one more is refused until one is over; all results are found', async () => {
    const go = gate();
    const handler = async ({ n }: { n: number }) => {
      await go.opened;
      return String(n);
    };
    await using on = await wire(taskServer([taskTool('work', { ttlMs: 600_000 })], { work: handler }), 'memory');
    const ids = await Promise.all(Array.from({ length: 1_000 }, (_, n) => begin(on, 'work', { n })));
    const refused = resultOf(await on.ask('tools/call', { name: 'work', arguments: { n: 1 } }));
    expect(refused).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('try again later') }] });
    go.open();
    for (const [n, taskId] of ids.entries()) {
      expect(await until(on, taskId, 'completed')).toMatchObject({ result: { content: [{ text: String(n) }] } });
    }
    await begin(on, 'work', { n: 1 });
  });

  test('one authenticated caller cannot take them all', async () => {
    const work = (_: unknown, { signal }: ToolContext) =>
      new Promise((resolve) => signal.addEventListener('abort', resolve));
    const server = taskServer([taskTool('work')], { work }, { maxRunning: 5, maxRunningPerCaller: 2 });
    await using on = await wire(server, 'http');
    const greedy = { auth: auth('greedy') };
    const [first = ''] = [await begin(on, 'work', {}, greedy), await begin(on, 'work', {}, greedy)];
    await expect(begin(on, 'work', {}, greedy)).rejects.toThrow('the call is no task');
    await begin(on, 'work', {}, { auth: auth('modest') });
    await on.ask('tasks/cancel', { taskId: first }, greedy);
    await begin(on, 'work', {}, greedy);
  });

  test('a store that is full refuses new tasks, and keeps all that it has', async () => {
    const store = new MemoryTaskStore({ maxTasks: 2 });
    await using on = await wire(taskServer([taskTool('work')], { work: () => 'x' }, { store }), 'memory');
    const ids = [await begin(on, 'work'), await begin(on, 'work')];
    await expect(begin(on, 'work')).rejects.toThrow('the call is no task');
    for (const taskId of ids) expect(await until(on, taskId, 'completed')).toMatchObject({ taskId });
  });

  test('a result for which the store has no room fails its task, and is reported', async () => {
    const failures: unknown[] = [];
    const store = new MemoryTaskStore({ maxBytes: 100_000 });
    const handlers = { work: () => 'x'.repeat(100_000) };
    const server = taskServer([taskTool('work')], handlers, { store }, (error) => void failures.push(error));
    await using on = await wire(server, 'memory');
    const task = await until(on, await begin(on, 'work'), 'failed');
    expect(task).toMatchObject({
      error: { code: -32603, message: expect.stringMatching(/could not be kept \(reference [0-9a-f]{8}\)/) },
    });
    expect(failures).toEqual([expect.objectContaining({ name: 'TaskStoreFullError' })]);
  });
});

describe.each(CARRIERS)('subscriptions over %s', (carrier) => {
  test('tell what a task is and becomes, as asking for it would', async () => {
    const go = gate();
    const handler = async (_: unknown, ctx: ToolContext) => {
      await go.opened;
      await ctx.progress(1, 3, 'one');
      return 'done';
    };
    await using on = await wire(taskServer([taskTool('work')], { work: handler }), carrier);
    const taskId = await begin(on, 'work');
    const other = await begin(on, 'work');
    const { messages, end } = await on.listen({ taskIds: [taskId, 'unknown', taskId] });
    await eventually(() => messages.length >= 2);
    expect(messages[0]).toMatchObject({
      method: 'notifications/subscriptions/acknowledged',
      params: { notifications: { taskIds: [taskId] } },
    });
    expect(messages[1]).toMatchObject({ method: 'notifications/tasks', params: { taskId, status: 'working' } });
    go.open();
    await eventually(() => messages.some((each) => JSON.stringify(each).includes('"completed"')));
    const last = messages.findLast((each) => each['method'] === 'notifications/tasks')?.['params'] as Record<
      string,
      unknown
    >;
    const { _meta: meta, ...shown } = last;
    const { _meta: _, resultType: __, ...asked } = await get(on, taskId);
    expect(shown).toEqual(asked);
    expect(meta).toHaveProperty(['io.modelcontextprotocol/subscriptionId']);
    expect(JSON.stringify(messages)).not.toContain(other);
    for (const { method } of messages) expect(method).not.toBe('notifications/progress');
    await end();
  });

  test('end, and then tell nothing more', async () => {
    const go = gate();
    const handler = async () => {
      await go.opened;
      return 'done';
    };
    await using on = await wire(taskServer([taskTool('work')], { work: handler }), carrier);
    const taskId = await begin(on, 'work');
    const { messages, end } = await on.listen({ taskIds: [taskId] });
    await eventually(() => messages.length === 2);
    await end();
    go.open();
    await until(on, taskId, 'completed');
    expect(messages).toHaveLength(2);
  });
});

import { ProtocolError } from '@modelcontextprotocol/server';
import { describe, expect, test } from 'vitest';
import type { ToolContext } from '../../../src/runtime/context.js';
import { MemoryTaskStore } from '../../../src/runtime/memory-task-store.js';
import { ToolFailure } from '../../../src/runtime/result.js';
import type { StartingTaskContext } from '../../../src/runtime/task-context.js';
import { gate } from '../support/gate.js';
import { connectRaw } from '../support/raw.js';
import { begin, CARRIERS, eventually, get, type Json, resultOf, taskServer, taskTool, until, wire } from './support.js';

type Context = ToolContext & StartingTaskContext;

const MISSING = {
  code: -32021,
  data: { requiredCapabilities: { extensions: { 'io.modelcontextprotocol/tasks': {} } } },
};

/** Works until it is aborted, and says so. */
function endless() {
  const aborted = gate();
  const handler = async (_input: unknown, { signal }: Context): Promise<never> => {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    aborted.open();
    throw signal.reason;
  };
  return { handler, aborted: aborted.opened };
}

describe.each(CARRIERS)('over %s', (carrier) => {
  test('a call becomes a task at once, and its result is found by asking', async () => {
    const done = gate();
    const counting = async (_input: unknown, ctx: Context) => {
      ctx.task.status('counting');
      await done.opened;
      return { count: ctx.task.id === undefined ? 0 : 3 };
    };
    const tool = taskTool('count', {}, { outputSchema: { type: 'object', required: ['count'] } });
    await using on = await wire(taskServer([tool], { count: counting }), carrier);
    expect(resultOf(await on.ask('server/discover'))['capabilities']).toMatchObject({
      extensions: { 'io.modelcontextprotocol/tasks': {} },
    });

    const created = resultOf(await on.ask('tools/call', { name: 'count', arguments: {} }));
    expect(created).toMatchObject({ resultType: 'task', status: 'working', ttlMs: 60_000, pollIntervalMs: 10 });
    for (const member of ['content', 'task', 'result', 'error', 'inputRequests', 'requestState']) {
      expect(created).not.toHaveProperty(member);
    }
    const taskId = String(created['taskId']);
    expect(new Date(String(created['createdAt'])).toISOString()).toBe(created['createdAt']);
    await eventually(() => true);
    const working = await get(on, taskId);
    expect(working).toMatchObject({ resultType: 'complete', taskId, status: 'working', statusMessage: 'counting' });
    expect(working).not.toHaveProperty('result');
    done.open();
    const task = await until(on, taskId, 'completed');
    expect(task).toMatchObject({
      result: { content: [{ type: 'text', text: '{"count":3}' }], structuredContent: { count: 3 } },
      createdAt: created['createdAt'],
    });
    expect(task).not.toHaveProperty('error');
  });

  test('a client that does not declare the extension waits for the result, or is refused', async () => {
    const handler = async (_input: unknown, ctx: Context) => `${ctx.task.id} ${await ctx.task.start()}`;
    const tools = [taskTool('slow'), taskTool('late', { start: 'handler' }), taskTool('strict', { required: true })];
    await using on = await wire(taskServer(tools, { slow: handler, late: handler, strict: handler }), carrier);
    for (const name of ['slow', 'late']) {
      const answer = await on.ask('tools/call', { name, arguments: {} }, { declares: false });
      expect(resultOf(answer)).toMatchObject({ resultType: 'complete', content: [{ text: 'undefined false' }] });
    }
    const requests: [string, Json][] = [
      ['tools/call', { name: 'strict', arguments: {} }],
      ['tasks/get', { taskId: 'x' }],
      ['tasks/update', { taskId: 'x', inputResponses: {} }],
      ['tasks/cancel', { taskId: 'x' }],
      ['subscriptions/listen', { notifications: { taskIds: ['x'] } }],
    ];
    for (const [method, params] of requests) {
      expect((await on.ask(method, params, { declares: false }))['error']).toMatchObject(MISSING);
    }
    expect(await begin(on, 'strict')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('what becomes of the work is told apart: errors of tools, errors of the protocol, failures', async () => {
    const failures: unknown[] = [];
    const tools = ['business', 'protocol', 'crash', 'wrong'].map((name) => taskTool(name));
    const typed = taskTool('typed', {}, { outputSchema: { type: 'object', required: ['id'] } });
    const handlers = {
      business: () => {
        throw new ToolFailure('no such ticket');
      },
      protocol: () => {
        throw new ProtocolError(-32010, 'the printer is on fire', { floor: 3 });
      },
      crash: () => {
        throw new Error('password=hunter2');
      },
      wrong: () => 17,
      typed: () => ({}),
    };
    const server = taskServer([...tools, typed], handlers, {}, (error) => void failures.push(error));
    await using on = await wire(server, carrier);
    const business = await until(on, await begin(on, 'business'), 'completed', 'failed');
    expect(business).toMatchObject({
      status: 'completed',
      result: { isError: true, content: [{ text: 'no such ticket' }] },
    });
    const protocol = await until(on, await begin(on, 'protocol'), 'completed', 'failed');
    expect(protocol).toMatchObject({
      status: 'failed',
      error: { code: -32010, message: 'the printer is on fire', data: { floor: 3 } },
    });
    expect(protocol).not.toHaveProperty('result');
    for (const name of ['crash', 'wrong', 'typed']) {
      const task = await until(on, await begin(on, name), 'completed', 'failed');
      expect(task).toMatchObject({ status: 'completed', result: { isError: true } });
      expect(JSON.stringify(task)).not.toContain('hunter2');
    }
    expect(failures).toHaveLength(3);
    // Without a task it is the same error, as the answer to the call.
    const answer = await on.ask('tools/call', { name: 'protocol', arguments: {} }, { declares: false });
    expect(answer['error']).toMatchObject({ code: -32010, message: 'the printer is on fire' });
  });

  test('arguments that are wrong are answered at once', async () => {
    const tool = taskTool('strict', {}, { inputSchema: { type: 'object', required: ['id'] } });
    await using on = await wire(taskServer([tool], { strict: () => 'never' }), carrier);
    const result = resultOf(await on.ask('tools/call', { name: 'strict', arguments: {} }));
    expect(result).toMatchObject({ resultType: 'complete', isError: true });
  });

  test('a handler that decides itself may answer at once, or go on as a task', async () => {
    const go = gate();
    const handler = async ({ size }: { size: number }, ctx: Context) => {
      if (size < 10) return 'small';
      const isTask = await ctx.task.start();
      await ctx.task.start();
      await ctx.progress(1, 2);
      await go.opened;
      return `large ${isTask}`;
    };
    await using on = await wire(taskServer([taskTool('sort', { start: 'handler' })], { sort: handler }), carrier);
    const small = resultOf(await on.ask('tools/call', { name: 'sort', arguments: { size: 1 } }));
    expect(small).toMatchObject({ resultType: 'complete', content: [{ text: 'small' }] });
    const taskId = await begin(on, 'sort', { size: 100 });
    expect(await get(on, taskId)).toMatchObject({ status: 'working', statusMessage: '1 of 2' });
    go.open();
    expect(await until(on, taskId, 'completed')).toMatchObject({ result: { content: [{ text: 'large true' }] } });
  });

  test('a task that its handler does not wait for is over with it', async () => {
    const handler = (_input: unknown, ctx: Context) => {
      void ctx.task.start();
      return 'early';
    };
    const store = new MemoryTaskStore();
    const options = { store, maxRunning: 1 };
    await using on = await wire(
      taskServer([taskTool('hasty', { start: 'handler' })], { hasty: handler }, options),
      carrier,
    );
    for (let count = 0; count < 3; count += 1) {
      const result = resultOf(await on.ask('tools/call', { name: 'hasty', arguments: {} }));
      expect(['complete', 'task']).toContain(result['resultType']);
    }
  });

  test('a cancelled task is over at once, its work is aborted, and cancelling it again changes nothing', async () => {
    const { handler, aborted } = endless();
    const failures: unknown[] = [];
    const server = taskServer([taskTool('work')], { work: handler }, {}, (error) => void failures.push(error));
    await using on = await wire(server, carrier);
    const taskId = await begin(on, 'work');
    for (let count = 0; count < 2; count += 1) {
      const ack = resultOf(await on.ask('tasks/cancel', { taskId }));
      expect(Object.keys(ack).sort()).toEqual(['_meta', 'resultType']);
    }
    await aborted;
    expect(await get(on, taskId)).toMatchObject({ status: 'cancelled' });
    expect(failures).toEqual([]);
  });

  test('a task goes on when its client has gone, and is gone when its time is over', async () => {
    const { handler, aborted } = endless();
    const store = new MemoryTaskStore();
    const server = taskServer([taskTool('work', { ttlMs: 1_000 })], { work: handler }, { store });
    let taskId = '';
    {
      await using on = await wire(server, carrier);
      taskId = await begin(on, 'work');
    }
    await using again = await wire(server, carrier);
    expect(await get(again, taskId)).toMatchObject({ status: 'working' });
    await aborted;
    await eventually(() => store.size === 0);
    expect((await again.ask('tasks/get', { taskId }))['error']).toMatchObject({ code: -32602 });
  });

  test('unknown tasks, malformed requests and methods of older revisions are errors', async () => {
    await using on = await wire(taskServer([taskTool('work')], { work: () => 'x' }), carrier);
    for (const method of ['tasks/get', 'tasks/update', 'tasks/cancel']) {
      const unknown = await on.ask(method, { taskId: crypto.randomUUID(), inputResponses: {} });
      expect(unknown['error']).toMatchObject({ code: -32602 });
      for (const taskId of [undefined, 7, null, ['x']]) {
        expect((await on.ask(method, { taskId }))['error']).toMatchObject({ code: -32602 });
      }
    }
    const taskId = await begin(on, 'work');
    expect((await on.ask('tasks/update', { taskId }))['error']).toMatchObject({ code: -32602 });
    for (const method of ['tasks/list', 'tasks/result']) {
      expect((await on.ask(method, { taskId }))['error']).toMatchObject({ code: -32601 });
    }
    expect(
      resultOf(await on.ask('tasks/update', { taskId, inputResponses: { nobody: { asked: true } } })),
    ).toMatchObject({
      resultType: 'complete',
    });
  });
});

test('ids cannot be guessed', async () => {
  await using on = await wire(taskServer([taskTool('work')], { work: () => 'x' }), 'memory');
  const ids = await Promise.all(Array.from({ length: 200 }, () => begin(on, 'work')));
  expect(new Set(ids).size).toBe(200);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a client of an older revision waits for the result, and finds no methods of tasks', async () => {
  const server = taskServer([taskTool('work')], { work: (_: unknown, ctx: Context) => `${ctx.task.id}` });
  const { request, close } = await connectRaw(server, 'legacy');
  expect(await request('tools/call', { name: 'work', arguments: {} })).toMatchObject({
    result: { content: [{ text: 'undefined' }] },
  });
  for (const method of ['tasks/get', 'tasks/list', 'tasks/result', 'tasks/cancel']) {
    expect(await request(method, { taskId: 'x' })).toMatchObject({ error: { code: -32601 } });
  }
  await close();
});

test('a client of an older revision is told of errors of the protocol, and of a tool that runs as a task alone', async () => {
  const refuse = () => {
    throw new ProtocolError(-32010, 'the printer is on fire', { floor: 3 });
  };
  const tools = [taskTool('print'), taskTool('export', { required: true })];
  const { request, close } = await connectRaw(taskServer(tools, { print: refuse, export: () => 'never' }), 'legacy');
  expect(await request('tools/call', { name: 'print', arguments: {} })).toMatchObject({
    error: { code: -32010, message: 'the printer is on fire', data: { floor: 3 } },
  });
  expect(await request('tools/call', { name: 'export', arguments: {} })).toMatchObject({ error: { code: -32021 } });
  await close();
});

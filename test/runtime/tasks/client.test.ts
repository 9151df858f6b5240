import { InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/client';
import { McpServer } from '@modelcontextprotocol/server';
import { describe, expect, test } from 'vitest';
import { type ContractClient, createContractClient } from '../../../src/runtime/client.js';
import { bindTasks, type TaskCallOptions, type TaskMethods, taskSupport } from '../../../src/runtime/client-tasks.js';
import type { ToolContext } from '../../../src/runtime/context.js';
import type { ToolDescriptor } from '../../../src/runtime/descriptor.js';
import { ProtocolError, ToolError, ValidationError } from '../../../src/runtime/errors.js';
import type { ContractServer } from '../../../src/runtime/server.js';
import type { TaskContext } from '../../../src/runtime/task-context.js';
import { TaskCancelledError } from '../../../src/runtime/task-wait.js';
import { CARRIERS, type Carrier, reach } from '../support/connect.js';
import { INFO, serverOf, tableOf } from '../support/contract.js';
import { gate } from '../support/gate.js';
import { taskServer, taskTool } from './support.js';

type Context = ToolContext & TaskContext;
type Method = (input?: unknown, options?: TaskCallOptions) => Promise<unknown>;

interface Tasked extends AsyncDisposable {
  readonly client: ContractClient<Record<string, Method>>;
  readonly call: Method;
  readonly tasks: Record<string, TaskMethods<unknown, unknown>>;
}

const COUNT = taskTool('count', {}, { outputSchema: { type: 'object', required: ['count'] } });

/** A client of these tools, which knows tasks; `call` is the method of the first of them. */
async function connect(server: ContractServer, tools: readonly ToolDescriptor[], carrier: Carrier): Promise<Tasked> {
  const { transport, stop } = await reach(server, carrier);
  const table = tableOf(tools);
  const definition = { info: INFO, tools: table, tasks: taskSupport };
  const client = await createContractClient<Record<string, Method>>(definition, transport);
  const first = client.tools[tools[0]?.name ?? ''];
  if (first === undefined) throw new Error('a client without tools');
  return {
    client,
    call: first,
    tasks: bindTasks(client, table),
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await stop();
    },
  };
}

describe.each(CARRIERS)('over %s', (carrier) => {
  test('a method waits for the result of its task, and tells what becomes of it', async () => {
    const go = gate();
    const handler = async (_input: unknown, ctx: Context) => {
      ctx.task.status('counting');
      await go.opened;
      return { count: ctx.task.id === undefined ? 0 : 3 };
    };
    await using on = await connect(taskServer([COUNT], { count: handler }), [COUNT], carrier);
    const seen: string[] = [];
    const onStatus: TaskCallOptions['onStatus'] = ({ status, statusMessage }) => {
      seen.push(`${status} ${statusMessage}`);
      if (statusMessage === 'counting') go.open();
    };
    const result = await on.call({}, { onStatus });
    expect(result).toEqual({ count: 3 });
    expect(seen.at(-1)).toBe('completed counting');
    expect(seen).toContain('working counting');
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('errors are those of a call that is no task', async () => {
    const names = ['refuse', 'protocol', 'typed'] as const;
    const tools = names.map((name) => taskTool(name));
    const { ProtocolError: SdkProtocolError } = await import('@modelcontextprotocol/server');
    const { ToolFailure } = await import('../../../src/runtime/result.js');
    const handlers = {
      refuse: () => {
        throw new ToolFailure('no such ticket');
      },
      protocol: () => {
        throw new SdkProtocolError(-32010, 'on fire', { floor: 3 });
      },
      typed: () => 'text',
    };
    await using on = await connect(taskServer(tools, handlers), tools, carrier);
    const { tools: methods } = on.client;
    await expect(methods['refuse']?.({})).rejects.toThrow(ToolError);
    const error = await methods['protocol']?.({}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ tool: 'protocol', code: -32010, message: 'on fire', data: { floor: 3 } });
    expect(await methods['typed']?.({})).toMatchObject({ text: 'text' });
    await expect(on.tasks['typed']?.resume(crypto.randomUUID()).result()).rejects.toMatchObject({ code: -32602 });
  });

  test('a signal cancels the task that a method waits for', async () => {
    const aborted = gate();
    const handler = async (_input: unknown, { signal }: Context): Promise<never> => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      aborted.open();
      throw signal.reason;
    };
    await using on = await connect(taskServer([COUNT], { count: handler }), [COUNT], carrier);
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const call = on.call({}, { signal: controller.signal, onStatus: () => controller.abort(reason) });
    await expect(call).rejects.toBe(reason);
    await aborted.opened;
    await expect(on.call({}, { signal: controller.signal })).rejects.toBe(reason);
  });

  test('a task that was begun is found again, also by another client, and cancelled', async () => {
    const go = gate();
    const handler = async ({ wait }: { wait?: boolean }) => {
      if (wait) await new Promise(() => undefined);
      await go.opened;
      return { count: 1 };
    };
    const server = taskServer([COUNT], { count: handler });
    let taskId = '';
    {
      await using on = await connect(server, [COUNT], carrier);
      const handle = await on.tasks['count']?.start({});
      taskId = handle?.taskId ?? '';
      expect(await handle?.status()).toMatchObject({ taskId, status: 'working', ttlMs: 60_000 });
    }
    await using on = await connect(server, [COUNT], carrier);
    const handle = on.tasks['count']?.resume(taskId);
    const waiting = new AbortController();
    const waited = handle?.result({ signal: waiting.signal });
    waiting.abort(new Error('enough'));
    await expect(waited).rejects.toThrow('enough');
    // Whoever stops waiting has not cancelled anything.
    expect(await handle?.status()).toMatchObject({ status: 'working' });
    go.open();
    expect(await handle?.result()).toEqual({ count: 1 });

    const other = await on.tasks['count']?.start({ wait: true });
    await other?.cancel();
    await expect(other?.result()).rejects.toThrow(TaskCancelledError);
  });

  test('the same code works with a server that knows no tasks', async () => {
    const plain: ToolDescriptor = { ...COUNT };
    const server = serverOf([{ ...plain, tasks: undefined } as unknown as ToolDescriptor], {
      count: () => ({ count: 2 }),
    });
    await using on = await connect(server, [COUNT], carrier);
    const seen: unknown[] = [];
    expect(await on.call({}, { onStatus: (task) => seen.push(task) })).toEqual({ count: 2 });
    const handle = await on.tasks['count']?.start({});
    expect(handle?.taskId).toBeUndefined();
    expect(await handle?.status()).toBeUndefined();
    expect(await handle?.result()).toEqual({ count: 2 });
    await handle?.cancel();
    expect(seen).toEqual([]);
  });

  test('what is wrong is found before anything is sent, and after it came', async () => {
    const strict = taskTool('strict', {}, { inputSchema: { type: 'object', required: ['id'] } });
    await using on = await connect(taskServer([strict], { strict: () => 'x' }), [strict], carrier);
    await expect(on.tasks['strict']?.start({})).rejects.toThrow(ValidationError);
    await expect(on.call({})).rejects.toThrow(ValidationError);
  });
});

/** A server made by hand, which answers each request as it is told. */
async function foreign(answers: (method: string, params: Record<string, unknown>) => Record<string, unknown>) {
  const [near, far] = InMemoryTransport.createLinkedPair();
  far.onmessage = (message) => {
    if (!('method' in message) || !('id' in message)) return;
    const discovered = {
      resultType: 'complete',
      supportedVersions: ['2026-07-28'],
      capabilities: { tools: {}, extensions: { 'io.modelcontextprotocol/tasks': {} } },
      ttlMs: 0,
      cacheScope: 'private',
    };
    const result = message.method === 'server/discover' ? discovered : answers(message.method, message.params ?? {});
    void far.send({ jsonrpc: '2.0', id: message.id, result } as JSONRPCMessage);
  };
  await far.start();
  const definition = { info: INFO, tools: tableOf([COUNT]), tasks: taskSupport };
  const client = await createContractClient<Record<string, Method>>(definition, near, { era: 'modern' });
  return {
    client,
    call: (options?: TaskCallOptions) => client.tools['count']?.({}, options),
    close: () => client.close(),
  };
}

const TASK = { taskId: 't', status: 'working', createdAt: 'now', lastUpdatedAt: 'now', ttlMs: null, pollIntervalMs: 1 };

describe('a foreign server', () => {
  const created = { resultType: 'task', ...TASK };
  const wrong: Record<string, (method: string) => Record<string, unknown>> = {
    'begins a task without an id': () => ({ ...created, taskId: 7 }),
    'makes up a status': (method) =>
      method === 'tools/call' ? created : { resultType: 'complete', ...TASK, status: 'done' },
    'speaks of another task': (method) =>
      method === 'tools/call' ? created : { resultType: 'complete', ...TASK, taskId: 'u' },
    'completes a task without a result': (method) =>
      method === 'tools/call' ? created : { resultType: 'complete', ...TASK, status: 'completed' },
    'completes it with something else': (method) =>
      method === 'tools/call'
        ? created
        : { resultType: 'complete', ...TASK, status: 'completed', result: { content: 7 } },
    'completes it with a value that breaks the contract': (method) =>
      method === 'tools/call'
        ? created
        : { resultType: 'complete', ...TASK, status: 'completed', result: { content: [], structuredContent: {} } },
  };
  test.each(Object.keys(wrong))('that %s is a ValidationError', async (title) => {
    const { call, close } = await foreign((method) =>
      method === 'tasks/cancel' ? { resultType: 'complete' } : (wrong[title]?.(method) ?? {}),
    );
    await expect(call()).rejects.toThrow(ValidationError);
    await close();
  });

  test('asks: each question is put once, to the handler that the client has for it', async () => {
    const asked: string[] = [];
    const updates: unknown[] = [];
    let round = 0;
    const question = (message: string) => ({
      method: 'elicitation/create',
      params: { mode: 'form', message, requestedSchema: { type: 'object', properties: { ok: { type: 'boolean' } } } },
    });
    const [near, far] = InMemoryTransport.createLinkedPair();
    far.onmessage = (message) => {
      if (!('method' in message) || !('id' in message)) return;
      const answer = (result: Record<string, unknown>) =>
        void far.send({
          jsonrpc: '2.0',
          id: message.id,
          result: { resultType: 'complete', ...result },
        } as JSONRPCMessage);
      if (message.method === 'server/discover') {
        return answer({
          supportedVersions: ['2026-07-28'],
          capabilities: { tools: {} },
          ttlMs: 0,
          cacheScope: 'private',
        });
      }
      if (message.method === 'tools/call') return answer(created);
      if (message.method === 'tasks/update') {
        updates.push(message.params?.['inputResponses']);
        return answer({});
      }
      round += 1;
      const open = round < 3 ? { a: question('A?') } : { a: question('A?'), b: question('B?') };
      if (round < 6) return answer({ ...TASK, status: 'input_required', inputRequests: open });
      answer({ ...TASK, status: 'completed', result: { content: [], structuredContent: { count: 4 } } });
    };
    await far.start();
    const client = await createContractClient<Record<string, Method>>(
      { info: INFO, tools: tableOf([COUNT]), tasks: taskSupport },
      near,
      {
        era: 'modern',
        capabilities: { elicitation: { form: {} } },
        configure: (raw) =>
          raw.setRequestHandler('elicitation/create', (request) => {
            asked.push(request.params.message);
            return { action: 'accept', content: { ok: true } };
          }),
      },
    );
    expect(await client.tools['count']?.({})).toEqual({ count: 4 });
    expect(asked).toEqual(['A?', 'B?']);
    const accepted = { action: 'accept', content: { ok: true } };
    expect(updates).toEqual([{ a: accepted }, { b: accepted }]);

    round = 0;
    updates.length = 0;
    const result = client.tools['count']?.(
      {},
      { onInput: (requests) => ('a' in requests ? { a: { action: 'decline' } } : {}) },
    );
    expect(await result).toEqual({ count: 4 });
    expect(updates).toEqual([{ a: { action: 'decline' } }]);
    expect(asked).toHaveLength(2);
    await client.close();
  });

  test('asks what nobody answers: the call rejects, and the task is cancelled', async () => {
    const methods: string[] = [];
    const { call, close } = await foreign((method) => {
      methods.push(method);
      if (method === 'tools/call') return created;
      const inputRequests = { a: { method: 'roots/list' } };
      return { resultType: 'complete', ...TASK, status: 'input_required', inputRequests };
    });
    await expect(call()).rejects.toThrow("no handler is registered for 'roots/list'");
    expect(methods).toEqual(['tools/call', 'tasks/get', 'tasks/cancel']);
    await close();
  });
});

test('a mounted server answers at once, whatever its client declares', async () => {
  const { registerContractTools } = await import('../../../src/runtime/register.js');
  const { withTask } = await import('../../../src/runtime/task-context.js');
  const handlers = { tools: { count: (_: unknown, ctx: Context) => ({ count: ctx.task.id === undefined ? 1 : 2 }) } };
  const server: ContractServer = {
    info: INFO,
    build: () => {
      const mcp = new McpServer(INFO);
      registerContractTools(mcp, [COUNT], handlers, { services: undefined }, undefined, undefined, { adapt: withTask });
      return mcp;
    },
  };
  await using on = await connect(server, [COUNT], 'memory');
  expect(await on.call({})).toEqual({ count: 1 });
});

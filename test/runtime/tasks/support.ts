import { type AuthInfo, createMcpHandler, InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/server';
import type { TaskPolicy, ToolDescriptor } from '../../../src/runtime/descriptor.js';
import { type ContractServer, createContractServer } from '../../../src/runtime/server.js';
import { serveStdio } from '../../../src/runtime/stdio.js';
import { TASKS_CAPABILITY } from '../../../src/runtime/task-extension.js';
import { type TaskOptions, taskService } from '../../../src/runtime/tasks.js';
import { INFO } from '../support/contract.js';
import { MODERN_META } from '../support/raw.js';

export type Json = Record<string, unknown>;

export const POLICY: TaskPolicy = { required: false, start: 'call', ttlMs: 60_000, pollIntervalMs: 10 };

/** A tool whose calls become tasks. */
export function taskTool(
  name: string,
  policy: Partial<TaskPolicy> = {},
  more: Partial<ToolDescriptor> = {},
): ToolDescriptor {
  return { name, inputSchema: { type: 'object' }, tasks: { ...POLICY, ...policy }, ...more };
}

export function taskServer(
  tools: readonly ToolDescriptor[],
  handlers: object,
  tasks: TaskOptions = {},
  onError: (error: unknown) => void = () => undefined,
): ContractServer {
  const options = { services: undefined, onError };
  return createContractServer({ info: INFO, tools, handlers: { tools: handlers }, options, tasks: taskService(tasks) });
}

export const CARRIERS = ['memory', 'http'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** What one client says about itself, beside what it asks. */
export interface Caller {
  readonly declares?: boolean;
  /** Beside the extension. */
  readonly capabilities?: Json;
  readonly auth?: AuthInfo;
}

export interface Wire extends AsyncDisposable {
  /** Sends a request by hand, and returns its answer. */
  readonly ask: (method: string, params?: Json, caller?: Caller) => Promise<Json>;
  /** Subscribes to tasks, and gives all messages up to now. */
  readonly listen: (notifications: Json, caller?: Caller) => Promise<Subscription>;
}

export interface Subscription {
  readonly messages: Json[];
  readonly end: () => Promise<void>;
}

/** A server, and a way to speak JSON-RPC with it by hand. */
export async function wire(server: ContractServer, carrier: Carrier): Promise<Wire> {
  return carrier === 'memory' ? overMemory(server) : overHttp(server);
}

function meta({ declares = true, capabilities = {} }: Caller = {}): Json {
  const all = { ...capabilities, ...(declares && { extensions: TASKS_CAPABILITY }) };
  return { ...MODERN_META, 'io.modelcontextprotocol/clientCapabilities': all };
}

async function overMemory(server: ContractServer): Promise<Wire> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(server, { transport: far, shutdownTimeoutMs: 100 });
  const waiting = new Map<unknown, (answer: Json) => void>();
  const subscriptions = new Map<unknown, Json[]>();
  near.onmessage = (message) => {
    const answer = JSON.parse(JSON.stringify(message)) as Json;
    const params = (answer['params'] ?? {}) as { _meta?: Json };
    const id = answer['id'] ?? params._meta?.['io.modelcontextprotocol/subscriptionId'];
    subscriptions.get(id)?.push(answer);
    waiting.get(id)?.(answer);
  };
  await near.start();
  let last = 0;
  const send = async (method: string, params: Json, caller: Caller): Promise<Json> => {
    last += 1;
    const id = last;
    if (method === 'subscriptions/listen') subscriptions.set(id, []);
    const answer = new Promise<Json>((resolve) => waiting.set(id, resolve));
    await near.send({ jsonrpc: '2.0', id, method, params: { ...params, _meta: meta(caller) } } as JSONRPCMessage);
    return { id, ...(await answer) };
  };
  return {
    ask: (method, params = {}, caller = {}) => send(method, params, caller),
    listen: async (notifications, caller = {}) => {
      await send('subscriptions/listen', { notifications }, caller);
      const id = last;
      return {
        messages: subscriptions.get(id) ?? [],
        end: () =>
          near.send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: id, _meta: meta() } }),
      };
    },
    [Symbol.asyncDispose]: () => handle.close(),
  };
}

function overHttp(server: ContractServer): Wire {
  const handler = createMcpHandler(server.build);
  const serve = server.overHttp?.(handler.fetch) ?? handler.fetch;
  const post = (method: string, params: Json, caller: Caller, signal?: AbortSignal): Promise<Response> => {
    const name = params['name'] ?? params['taskId'];
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(typeof name === 'string' && { 'mcp-name': name }),
    };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: meta(caller) } });
    const request = new Request('http://localhost/mcp', { method: 'POST', headers, body, ...(signal && { signal }) });
    return serve(request, caller.auth && { authInfo: caller.auth });
  };
  return {
    ask: async (method, params = {}, caller = {}) => {
      const response = await post(method, params, caller);
      const text = await response.text();
      const data = text.startsWith('{')
        ? text
        : (text.split('\n').findLast((line) => line.startsWith('data: ')) ?? '').slice(6);
      return JSON.parse(data) as Json;
    },
    listen: async (notifications, caller = {}) => {
      const controller = new AbortController();
      const response = await post('subscriptions/listen', { notifications }, caller, controller.signal);
      const messages: Json[] = [];
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      const read = async (): Promise<void> => {
        let text = '';
        for (;;) {
          const { done, value = '' } = (await reader?.read()) ?? { done: true };
          if (done) return;
          text += value;
          const lines = text.split('\n');
          text = lines.pop() ?? '';
          for (const line of lines) {
            const data = /^(?:data: )?(\{.*)$/.exec(line)?.[1];
            if (data !== undefined) messages.push(JSON.parse(data));
          }
        }
      };
      const finished = read();
      return { messages, end: async () => void (await reader?.cancel().then(() => finished)) };
    },
    [Symbol.asyncDispose]: () => handler.close(),
  };
}

/** The result of an answer, which must have one. */
export function resultOf(answer: Json): Json {
  if (answer['result'] === undefined) throw new Error(`no result: ${JSON.stringify(answer)}`);
  return answer['result'] as Json;
}

/** Starts a call, which must become a task, and gives the task's id. */
export async function begin(on: Wire, name: string, args: Json = {}, caller: Caller = {}): Promise<string> {
  const { resultType, taskId } = resultOf(await on.ask('tools/call', { name, arguments: args }, caller));
  if (resultType !== 'task' || typeof taskId !== 'string') throw new Error('the call is no task');
  return taskId;
}

export async function get(on: Wire, taskId: string, caller: Caller = {}): Promise<Json> {
  return resultOf(await on.ask('tasks/get', { taskId }, caller));
}

/** Asks until the task has one of these statuses. */
export async function until(on: Wire, taskId: string, ...statuses: readonly string[]): Promise<Json> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const task = await get(on, taskId);
    if (statuses.includes(String(task['status']))) return task;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`the task never was ${statuses.join(' or ')}`);
}

/** Waits until something holds. */
export async function eventually(holds: () => boolean): Promise<void> {
  for (let attempt = 0; !holds(); attempt += 1) {
    if (attempt === 500) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

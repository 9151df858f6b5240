import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContractClient } from '../../../src/runtime/client.js';
import { bindTasks, type TaskMethods, taskSupport } from '../../../src/runtime/client-tasks.js';
import { compileFixture, start } from '../support/child.js';
import type { AnyTools } from '../support/connect.js';
import { INFO, tableOf } from '../support/contract.js';
import { taskTool } from './support.js';

const TOOLS = tableOf([taskTool('slow'), taskTool('endless')]);
let fixture: Awaited<ReturnType<typeof compileFixture>>;

beforeAll(async () => {
  fixture = await compileFixture('task-server');
});
afterAll(() => fixture.remove());

test('a process on stdio runs tasks, and ends when its client has gone, whatever still runs', async () => {
  const transport = new StdioClientTransport({ command: process.execPath, args: [fixture.script] });
  const definition = { info: INFO, tools: TOOLS, tasks: taskSupport };
  const client = await createContractClient<AnyTools>(definition, transport);
  const tasks = bindTasks<Record<string, TaskMethods<unknown, unknown>>>(client, TOOLS);
  expect(await client.tools['slow']?.({})).toMatchObject({ text: 'finished' });
  const handle = await tasks['endless']?.start({});
  expect(await handle?.status()).toMatchObject({ status: 'working' });
  await client.close();

  // By hand, to see the process end: a task alone keeps it no longer than its client does.
  const child = start(fixture.script);
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': INFO,
    'io.modelcontextprotocol/clientCapabilities': { extensions: { 'io.modelcontextprotocol/tasks': {} } },
  };
  const message = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'endless', arguments: {}, _meta: meta },
  };
  const answered = new Promise<string>((resolve) =>
    child.process.stdout?.once('data', (chunk) => resolve(String(chunk))),
  );
  child.process.stdin?.write(`${JSON.stringify(message)}\n`);
  expect(JSON.parse(await answered)).toMatchObject({ result: { resultType: 'task', status: 'working' } });
  child.process.stdin?.end();
  expect(await child.exited).toBe(0);
});

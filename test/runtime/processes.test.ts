import { once } from 'node:events';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ContractClient, createContractClient } from '../../src/runtime/client.js';
import { type Child, compileFixture, start } from './support/child.js';
import type { AnyTools } from './support/connect.js';
import { ERAS, INFO, outputTool, tableOf } from './support/contract.js';
import { MODERN_META } from './support/raw.js';

const TOOLS = tableOf(['greet', 'slow', 'crash', 'talk'].map((name) => outputTool(name, { type: 'array' })));
let fixture: Awaited<ReturnType<typeof compileFixture>>;

beforeAll(async () => {
  fixture = await compileFixture('stdio-server');
});
afterAll(() => fixture.remove());

describe.each([...ERAS, 'auto'] as const)('a client that speaks %s', (era) => {
  test('talks to a process over stdio, whose stdout holds nothing but messages', async () => {
    const transport = new StdioClientTransport({ command: process.execPath, args: [fixture.script], stderr: 'pipe' });
    const errors: string[] = [];
    transport.stderr?.on('data', (chunk) => errors.push(String(chunk)));
    const client: ContractClient<AnyTools> = await createContractClient<AnyTools>(
      { info: INFO, tools: TOOLS },
      transport,
      { era },
    );
    expect(client.era).toBe(era === 'legacy' ? 'legacy' : 'modern');
    expect(await client.tools['greet']?.({})).toEqual(['hello']);
    expect(await client.tools['talk']?.({})).toEqual([]);
    await expect(client.tools['crash']?.({})).rejects.toThrow('The tool failed (reference ');
    expect(await client.tools['slow']?.({})).toEqual(['finished']);
    await client.close();
    expect(errors.join('')).toMatch(
      /on stderr[\s\S]*crash: handler failed \(reference [0-9a-f]{8}\)\nError: hunter2\n {4}at /,
    );
  });
});

/** Starts a call by hand, and waits until the handler has begun. */
async function callByHand(child: Child, name: string): Promise<() => string> {
  let output = '';
  child.process.stdout?.on('data', (chunk) => {
    output += String(chunk);
  });
  const params = { name, arguments: {}, _meta: { ...MODERN_META, progressToken: 1 } };
  child.process.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })}\n`);
  while (!output.includes('notifications/progress')) await once(child.process.stdout as NodeJS.EventEmitter, 'data');
  return () => output;
}

describe.each(['SIGTERM', 'SIGINT'] as const)('on %s', (signal) => {
  test('a process on stdio finishes its call and ends by itself', async () => {
    const child = start(fixture.script);
    const output = await callByHand(child, 'slow');
    child.process.kill(signal);
    expect(await child.exited).toBe(0);
    expect(output()).toContain('"structuredContent":["finished"]');
  });

  test('a process on HTTP finishes its call and ends by itself', async () => {
    const child = start(fixture.script, '--http');
    const url = await child.says(/listening on (\S+)/);
    const client = await createContractClient<AnyTools>(
      { info: INFO, tools: TOOLS },
      new StreamableHTTPClientTransport(new URL(url)),
    );
    const call = client.tools['slow']?.({}, { onProgress: () => void child.process.kill(signal) });
    expect(await call).toEqual(['finished']);
    expect(await child.exited).toBe(0);
    await client.close();
  });
});

test('a process ends when its client hangs up', async () => {
  const child = start(fixture.script);
  child.process.stdin?.end();
  expect(await child.exited).toBe(0);
});

test('a process ends although something of the author keeps it alive', async () => {
  const [hungUp, signalled] = [start(fixture.script, '--busy'), start(fixture.script, '--busy', '--http')];
  hungUp.process.stdin?.end();
  await signalled.says(/listening/);
  signalled.process.kill('SIGTERM');
  expect(await Promise.all([hungUp.exited, signalled.exited])).toEqual([0, 0]);
});

test('a second signal ends a process at once', async () => {
  const child = start(fixture.script);
  await callByHand(child, 'stuck');
  // Again and again, since two signals that arrive at the same time count as one.
  const timer = setInterval(() => child.process.kill('SIGINT'), 50);
  expect(await child.exited).toBe('SIGINT');
  clearInterval(timer);
});

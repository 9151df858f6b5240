import { describe, expect, test } from 'vitest';
import type { ToolContext } from '../../src/runtime/context.js';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { ProtocolError, TimeoutError } from '../../src/runtime/errors.js';
import { type Logging, logging } from '../../src/runtime/logging.js';
import { CARRIERS, connect } from './support/connect.js';
import { ERAS, serverOf } from './support/contract.js';
import { gate } from './support/gate.js';

const tool = (name: string): ToolDescriptor => ({ name, inputSchema: { type: 'object' } });

/** A handler that waits until its call is cancelled, and two promises that say how far it is. */
function waiting() {
  const started = gate();
  const cancelled = gate();
  const handler = async (_input: unknown, { signal }: ToolContext): Promise<never> => {
    started.open();
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    cancelled.open();
    throw new Error('cancelled: password=hunter2');
  };
  return { handler, started: started.opened, cancelled: cancelled.opened };
}

describe.each(ERAS)('in the %s era', (era) => {
  describe.each(CARRIERS)('over %s', (carrier) => {
    test('a cancelled call rejects with the reason, and the handler sees it', async () => {
      const { handler, started, cancelled } = waiting();
      const failures: unknown[] = [];
      const server = serverOf([tool('wait')], { wait: handler }, { onError: (error) => void failures.push(error) });
      await using connection = await connect(server, [tool('wait')], era, carrier);
      const controller = new AbortController();
      const reason = new Error('changed my mind');
      const call = connection.call('wait', {}, { signal: controller.signal });
      await started;
      controller.abort(reason);
      await expect(call).rejects.toBe(reason);
      await cancelled;
      expect(failures).toEqual([]);
    });

    test('a call that takes too long is a TimeoutError, and the handler is told', async () => {
      const { handler, cancelled } = waiting();
      await using connection = await connect(serverOf([tool('wait')], { wait: handler }), [tool('wait')], era, carrier);
      const error = await connection.call('wait', {}, { timeout: 500 }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(TimeoutError);
      expect(error).toMatchObject({ tool: 'wait', timeoutMs: 500 });
      await cancelled;
    });

    test('progress arrives in order, only while it increases, and only when it was asked for', async () => {
      const steps = async (_input: unknown, { progress }: ToolContext) => {
        await progress(1, 3, 'one');
        await progress(1, 3, 'one again');
        await progress(0.5, 3);
        await progress(Number.NaN);
        await progress(2, 3);
        return 'done';
      };
      await using connection = await connect(serverOf([tool('steps')], { steps }), [tool('steps')], era, carrier);
      const seen: unknown[] = [];
      await connection.call('steps', {}, { onProgress: (progress) => seen.push(progress) });
      expect(seen).toEqual([
        { progress: 1, total: 3, message: 'one' },
        { progress: 2, total: 3 },
      ]);
      expect(await connection.call('steps')).toMatchObject({ text: 'done' });
    });

    test('a tool that the server does not know is a ProtocolError', async () => {
      await using connection = await connect(serverOf([], {}), [tool('ghost')], era, carrier);
      const error = await connection.call('ghost').catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ProtocolError);
      expect(error).toMatchObject({ tool: 'ghost', code: -32602, message: expect.stringContaining('ghost') });
    });
  });

  test('progress after the answer is not sent', async () => {
    let late: ToolContext['progress'] | undefined;
    const handlers = {
      quick: (_input: unknown, { progress }: ToolContext) => {
        late = progress;
        return 'done';
      },
    };
    await using connection = await connect(serverOf([tool('quick')], handlers), [tool('quick')], era);
    const seen: unknown[] = [];
    await connection.call('quick', {}, { onProgress: (progress) => seen.push(progress) });
    await late?.(1);
    await connection.call('quick');
    expect(seen).toEqual([]);
  });

  test('the context says who, what and when', async () => {
    const seen: ToolContext<{ db: string }>[] = [];
    const handlers = { look: (_input: unknown, ctx: ToolContext<{ db: string }>) => void seen.push(ctx) };
    const services = { db: 'connected' };
    await using connection = await connect(serverOf([tool('look')], handlers, { services }), [tool('look')], era);
    await connection.call('look', {}, { meta: { 'org.example/trace': 't' } });
    expect(seen[0]?.services).toBe(services);
    expect(seen[0]).toMatchObject({ era, principal: undefined, requestId: expect.anything() });
  });

  test('a client may have log messages of a contract that says so', async () => {
    const handlers = {
      talk: async (_input: unknown, { log }: ToolContext & Logging) => {
        await log('debug', 'too quiet');
        await log('warning', { disk: 'full' }, 'disk');
        return 'said';
      },
    };
    const server = serverOf([tool('talk')], handlers, {}, { logging });
    await using connection = await connect(server, [tool('talk')], era);
    const { raw } = connection.client;
    expect(raw.getServerCapabilities()?.logging).toEqual({});
    const messages: unknown[] = [];
    raw.setNotificationHandler('notifications/message', ({ params }) => void messages.push(params));
    if (era === 'legacy') await raw.setLoggingLevel('warning');
    await connection.call(
      'talk',
      {},
      era === 'modern' ? { meta: { 'io.modelcontextprotocol/logLevel': 'warning' } } : {},
    );
    expect(messages).toEqual([{ level: 'warning', logger: 'disk', data: { disk: 'full' } }]);
  });

  test('no other contract declares logging, or gives its handlers a log', async () => {
    const members: string[] = [];
    const handlers = { look: (_input: unknown, ctx: ToolContext) => void members.push(...Object.keys(ctx)) };
    await using connection = await connect(serverOf([tool('look')], handlers), [tool('look')], era);
    await connection.call('look');
    expect(members).toContain('progress');
    expect(members).not.toContain('log');
    expect(connection.client.raw.getServerCapabilities()).not.toHaveProperty('logging');
  });
});

test('an aborted signal stops a call before anything is sent', async () => {
  let calls = 0;
  const handlers = { count: () => void calls++ };
  await using connection = await connect(serverOf([tool('count')], handlers), [tool('count')], 'modern');
  await expect(connection.call('count', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(calls).toBe(0);
});

test('arguments that belong into headers are mirrored there', async () => {
  const regional: ToolDescriptor = {
    name: 'regional',
    inputSchema: { type: 'object', properties: { region: { type: 'string', 'x-mcp-header': 'Region' } } },
  };
  const server = serverOf([regional], { regional: (input: { region: string }) => `in ${input.region}` });
  await using connection = await connect(server, [regional], 'modern', 'http');
  // The server refuses the call when the header is missing or differs.
  expect(await connection.call('regional', { region: 'Köln' })).toMatchObject({ text: 'in Köln' });
});

test('a server that speaks one era only is refused by a client that insists on the other', async () => {
  const { InMemoryTransport } = await import('@modelcontextprotocol/client');
  const { createContractClient } = await import('../../src/runtime/client.js');
  const [near, far] = InMemoryTransport.createLinkedPair();
  const legacyOnly = serverOf([], {}).build({ era: 'legacy' });
  await legacyOnly.connect(far);
  const definition = { info: { name: 'c', version: '1' }, tools: {} };
  await expect(createContractClient(definition, near, { era: 'modern' })).rejects.toThrow();
});

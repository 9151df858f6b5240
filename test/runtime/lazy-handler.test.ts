import { expect, test, vi } from 'vitest';
import { serveHttp } from '../../src/runtime/http.js';
import { lazyDescriptor } from '../../src/runtime/lazy-descriptor.js';
import { lazy, loadHandlers } from '../../src/runtime/lazy-handler.js';
import { connect } from './support/connect.js';
import { serverOf } from './support/contract.js';

const TOOL = { name: 'echo', inputSchema: { type: 'object' } };
const broken = lazy<{ default: () => string }>(() => Promise.reject(new Error('Cannot find module echo.js')));

test('a handler is loaded by its first call, once, and is given what was given', async () => {
  const echo = vi.fn((...given: readonly unknown[]) => given.length);
  const load = vi.fn(async () => ({ default: echo }));
  const handler = lazy(load);
  expect(load).not.toHaveBeenCalled();
  expect(await Promise.all([handler(1, 2), handler()])).toEqual([2, 0]);
  expect(await handler('a')).toBe(1);
  expect(echo.mock.calls).toEqual([[1, 2], [], ['a']]);
  expect(load.mock.calls.length).toBeLessThanOrEqual(2);
});

test('what is thrown by a handler reaches its caller', async () => {
  const handler = lazy(async () => ({
    default: () => {
      throw new Error('no');
    },
  }));
  await expect(handler()).rejects.toThrow('no');
});

test('a module without a function as its default export is no handler', async () => {
  const handler = lazy(async () => ({ default: 'text' as unknown as () => void }));
  await expect(handler()).rejects.toThrow(TypeError);
});

test('a module that cannot be loaded fails the call, in words for the log, and the server goes on', async () => {
  const onError = vi.fn();
  const server = serverOf([TOOL, { ...TOOL, name: 'fine' }], { echo: broken, fine: () => 'ok' }, { onError });
  await using connection = await connect(server, [TOOL, { ...TOOL, name: 'fine' }], 'modern', 'memory');
  await expect(connection.call('echo')).rejects.toThrow(/reference/);
  expect(onError.mock.calls[0]?.[0]).toMatchObject({ message: 'Cannot find module echo.js' });
  expect(await connection.call('fine')).toMatchObject({ text: 'ok' });
});

test('what serves HTTP does not listen before every handler is loaded', async () => {
  const server = serverOf([TOOL], { echo: broken });
  await expect(serveHttp(server, { port: 0, handleSignals: false })).rejects.toThrow(
    'the handler of the tool "echo" cannot be loaded: Cannot find module echo.js',
  );
});

test('handlers that are there already need no loading', async () => {
  const load = vi.fn(async () => ({ default: () => 'ok' }));
  await loadHandlers({ plain: () => 'ok', late: lazy(load) });
  expect(load).toHaveBeenCalledTimes(1);
});

test('a descriptor makes its members when they are asked for, once', () => {
  const define = vi.fn(() => ({ title: 'Echo', inputSchema: { type: 'object' }, scopes: ['a'] }));
  const tool = lazyDescriptor('echo', define);
  expect(tool.name).toBe('echo');
  expect(define).not.toHaveBeenCalled();
  expect([tool.title, tool.description, tool.scopes]).toEqual(['Echo', undefined, ['a']]);
  expect(tool.inputSchema).toBe(tool.inputSchema);
  expect(define).toHaveBeenCalledTimes(1);
});

test('no member of a definition is lost', () => {
  const members = {
    ...{ title: 't', description: 'd', inputSchema: {}, outputSchema: {}, annotations: {}, icons: [], _meta: {} },
    ...{ scopes: [], limitedPatterns: [], checks: vi.fn(), ask: {} },
    tasks: { required: false, start: 'call', ttlMs: 1, pollIntervalMs: 1 } as const,
  };
  expect({ ...lazyDescriptor('echo', () => members) }).toEqual({ name: 'echo', ...members });
});

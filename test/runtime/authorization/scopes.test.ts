import { InMemoryTransport } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { createContractClient } from '../../../src/runtime/client.js';
import { serveHttp } from '../../../src/runtime/http.js';
import { lacksScopes } from '../../../src/runtime/principal.js';
import { serveStdio } from '../../../src/runtime/stdio.js';
import { shop, type Tools } from './support.js';

test('a contract that wants to know who calls is not served over HTTP to anybody', async () => {
  await expect(serveHttp(shop(), { port: 0, handleSignals: false })).rejects.toThrow(TypeError);
});

test('on stdio nobody is asked: whoever started the process may do everything', async () => {
  const [mine, theirs] = InMemoryTransport.createLinkedPair();
  const served = serveStdio(shop(), { transport: theirs });
  const ship = { name: 'ship', inputSchema: { type: 'object' } };
  const client = await createContractClient<Pick<Tools, 'ship'>>(
    { info: { name: 'shop-client', version: '1.0.0' }, tools: { ship } },
    mine,
    { era: 'modern' },
  );
  expect((await client.tools.ship({})).text).toBe('shipped');
  await client.close();
  await served.close();
});

test('scopes hold where a transport has no challenge', () => {
  const authInfo = { token: '', clientId: 'c', scopes: ['orders:read'] };
  expect(lacksScopes(['orders:read'], { http: { authInfo } })).toBe(false);
  expect(lacksScopes(['orders:read', 'orders:write'], { http: { authInfo } })).toBe(true);
  expect(lacksScopes(['orders:read'], { http: {} })).toBe(true);
  expect(lacksScopes(undefined, { http: {} })).toBe(false);
});

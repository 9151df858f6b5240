import { UnauthorizedError } from '@modelcontextprotocol/client';
import { describe, expect, test } from 'vitest';
import { authorizationCode, clientCredentials, memoryStorage } from '../../../src/runtime/oauth.js';
import { asUser, browser, connect, deploy } from './support.js';

describe.each(['modern', 'legacy'] as const)('%s', (era) => {
  test('a client finds the authorization server, registers, logs its user in, and asks for more when it needs more', async () => {
    await using shop = await deploy();
    const { authorization } = shop;
    const client = await connect(shop.url, asUser(), era);
    expect((await client.tools.whoami({})).text).toMatch(/^ann through client-/);
    expect(authorization.at('register')).toHaveLength(1);
    expect(authorization.at('authorize').map(({ scope, resource }) => [scope, resource])).toEqual([
      ['orders:read', shop.url],
    ]);

    expect((await client.tools.ship({})).text).toBe('shipped');
    expect(authorization.at('authorize').map(({ scope }) => scope)).toEqual([
      'orders:read',
      'orders:read orders:write',
    ]);
    expect(authorization.at('register')).toHaveLength(1);
    await client.close();
  });

  test('a scope that is not granted is asked for once, and then the call fails', async () => {
    await using shop = await deploy();
    shop.authorization.grants = (scope) => scope !== 'orders:write';
    const client = await connect(shop.url, asUser(), era);
    await expect(client.tools.ship({})).rejects.toThrow();
    expect(shop.authorization.at('authorize')).toHaveLength(2);
    expect((await client.tools.whoami({})).text).toMatch(/^ann/);
    await client.close();
  });
});

test('a token that has expired is renewed without the user', async () => {
  await using shop = await deploy({ clockToleranceSeconds: 0 });
  shop.authorization.lifetime = -1;
  const storage = memoryStorage();
  const auth = authorizationCode({ redirectUrl: 'http://127.0.0.1:1/callback', storage, authorize: browser });
  // The first token is stale at once, so the request after the login fails; the refresh token is good.
  await expect(connect(shop.url, auth)).rejects.toThrow();
  shop.authorization.lifetime = 300;
  const client = await connect(shop.url, auth);
  expect((await client.tools.whoami({})).text).toMatch(/^ann/);
  expect(shop.authorization.at('token').map((each) => each['grant_type'])).toContain('refresh_token');
  expect(shop.authorization.at('authorize').length).toBeLessThanOrEqual(2);
  await client.close();
});

test('many calls at once need one login', async () => {
  await using shop = await deploy();
  const client = await connect(shop.url, asUser());
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.tools.ship({})));
  expect(answers.every(({ text }) => text === 'shipped')).toBe(true);
  expect(shop.authorization.at('authorize')).toHaveLength(2);
  await client.close();
});

test('two users of one process never get each other’s answers', async () => {
  await using shop = await deploy();
  const ann = await connect(shop.url, asUser());
  shop.authorization.user = 'bob';
  const bob = await connect(shop.url, asUser());
  const names = await Promise.all(
    Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? ann : bob).tools.whoami({})),
  );
  names.forEach(({ text }, index) => {
    expect(text.startsWith(index % 2 === 0 ? 'ann ' : 'bob ')).toBe(true);
  });
  await Promise.all([ann.close(), bob.close()]);
});

test('a program logs in with its secret, and sends it to no other authorization server', async () => {
  await using shop = await deploy();
  shop.authorization.addClient('robot', 'hush');
  const good = { clientId: 'robot', clientSecret: 'hush', issuer: shop.authorization.issuer };
  const client = await connect(shop.url, clientCredentials(good));
  expect((await client.tools.whoami({})).text).toBe('robot through robot');
  await client.close();

  const tokens = shop.authorization.at('token').length;
  const elsewhere = clientCredentials({ ...good, issuer: 'https://login.example.com' });
  await expect(connect(shop.url, elsewhere)).rejects.toThrow(/Authorization server mismatch/);
  expect(shop.authorization.at('token')).toHaveLength(tokens);
});

test('the answer to a login may come later, to another process with the same storage', async () => {
  await using shop = await deploy();
  const storage = memoryStorage();
  const redirectUrl = 'http://127.0.0.1:1/callback';
  let sent: URL | undefined;
  const before = authorizationCode({
    redirectUrl,
    storage,
    authorize: async (url) => {
      sent = url;
      return undefined;
    },
  });
  await expect(connect(shop.url, before)).rejects.toThrow(UnauthorizedError);
  const answer = await browser(sent ?? new URL(shop.url));

  const after = authorizationCode({ redirectUrl, storage, authorize: browser });
  await after.session(shop.url).finish(answer as URL);
  const client = await connect(shop.url, after);
  expect((await client.tools.whoami({})).text).toMatch(/^ann/);
  expect(shop.authorization.at('authorize')).toHaveLength(1);
  await client.close();
});

describe('an answer to a login is refused', () => {
  const tampered = (change: (url: URL) => void) =>
    asUser(async (url) => {
      const answer = (await browser(url)) as URL;
      change(answer);
      return answer;
    });

  test.each([
    ['with another state', (url: URL) => url.searchParams.set('state', 'made-up'), /not the answer/],
    ['without a state', (url: URL) => url.searchParams.delete('state'), /not the answer/],
    ['of another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example'), /Issuer mismatch/],
    ['without an issuer that was announced', (url: URL) => url.searchParams.delete('iss'), /Issuer mismatch/],
    ['with another code', (url: URL) => url.searchParams.set('code', 'made-up'), /./],
    [
      'that is an error',
      (url: URL) => {
        url.searchParams.delete('code');
        url.searchParams.set('error', 'access_denied');
      },
      /access_denied/,
    ],
    [
      'that is an error of somebody else',
      (url: URL) => {
        url.searchParams.delete('code');
        url.searchParams.set('error', 'call_this_number');
        url.searchParams.set('iss', 'https://evil.example');
      },
      /^(?!.*call_this_number).*Issuer mismatch/,
    ],
  ])('%s', async (_name, change, message) => {
    await using shop = await deploy();
    await expect(connect(shop.url, tampered(change))).rejects.toThrow(message);
  });
});

test('what is stored for one server is not sent to another', async () => {
  await using shop = await deploy();
  await using other = await deploy();
  const auth = authorizationCode({
    redirectUrl: 'http://127.0.0.1:1/callback',
    storage: memoryStorage(),
    authorize: browser,
  });
  const first = await connect(shop.url, auth);
  const second = await connect(other.url, auth);
  expect((await first.tools.whoami({})).text).toMatch(/^ann/);
  expect((await second.tools.whoami({})).text).toMatch(/^ann/);
  expect(other.authorization.at('register')).toHaveLength(1);
  await Promise.all([first.close(), second.close()]);
});

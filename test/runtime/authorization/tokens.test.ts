import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { jwtVerifier } from '../../../src/runtime/jwt-verifier.js';
import { type Oddities, TestAuthorizationServer } from '../../support/authorization-server.js';
import { call, deploy } from './support.js';

const now = () => Math.floor(Date.now() / 1000);

test('a good token is taken, in whichever way it lists its scopes', async () => {
  await using shop = await deploy();
  const { authorization, url } = shop;
  for (const claims of [{}, { scope: undefined, scp: 'orders:read' }, { scope: undefined, scp: ['orders:read'] }]) {
    const { status, text } = await call(url, 'whoami', await authorization.token(url, 'orders:read', { claims }));
    expect([status, text]).toEqual([200, expect.stringContaining('ann through a-client')]);
  }
  expect(authorization.at('keys')).toHaveLength(1);
});

test('without a token the caller is told where to get one, and what for', async () => {
  await using shop = await deploy();
  const { status, challenge } = await call(shop.url, 'whoami');
  expect(status).toBe(401);
  const { origin } = new URL(shop.url);
  expect(challenge).toContain(`resource_metadata="${origin}/.well-known/oauth-protected-resource/mcp"`);
  expect(challenge).toContain('scope="orders:read"');
});

test.each(['/mcp', '', '/mcp/'])('metadata at the well-known place followed by "%s"', async (path) => {
  await using shop = await deploy();
  const response = await fetch(new URL(`/.well-known/oauth-protected-resource${path}`, shop.url));
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.json()).toEqual({
    resource: shop.url,
    authorization_servers: [shop.authorization.issuer],
    scopes_supported: ['orders:read', 'orders:write'],
    bearer_methods_supported: ['header'],
    resource_name: 'Shop',
  });
});

test('a token with too few scopes is refused with all that the call needs', async () => {
  await using shop = await deploy();
  const { authorization, url } = shop;
  const enough = await call(url, 'ship', await authorization.token(url, 'orders:read orders:write'));
  expect(enough.status).toBe(200);
  const less = await call(url, 'ship', await authorization.token(url, 'orders:read'));
  expect(less.status).toBe(403);
  expect(less.challenge).toContain('error="insufficient_scope"');
  expect(less.challenge).toContain('scope="orders:read orders:write"');
  expect(less.challenge).toContain('resource_metadata=');
  const none = await call(url, 'whoami', await authorization.token(url, 'orders:write'));
  expect([none.status, none.challenge]).toEqual([403, expect.stringContaining('scope="orders:read"')]);
});

describe('a token is refused', () => {
  const stranger = generateKeyPair('ES256');
  const bad: Readonly<Record<string, (issuer: string) => Promise<Oddities>>> = {
    'for another resource': async () => ({ claims: { aud: 'https://other.example/mcp' } }),
    'for a longer path of this server': async () => ({ claims: { aud: 'http://127.0.0.1/mcp/more' } }),
    'without an audience': async () => ({ claims: { aud: undefined } as never }),
    'that has expired': async () => ({ claims: { exp: now() - 60 } }),
    'without an end': async () => ({ claims: { exp: undefined } as never }),
    'that is not valid yet': async () => ({ claims: { nbf: now() + 60 } }),
    'of another issuer': async () => ({ claims: { iss: 'https://evil.example' } }),
    'of an issuer with a slash more': async (issuer) => ({ claims: { iss: `${issuer}/` } }),
    'signed by somebody else': async () => ({ key: (await stranger).privateKey }),
    'signed with a key that nobody knows': async () => ({ kid: 'second' }),
    'that does not say whose it is': async () => ({ claims: { client_id: undefined, sub: undefined } as never }),
  };

  test.each(Object.keys(bad))('%s', async (name) => {
    await using shop = await deploy();
    const { authorization, url } = shop;
    const oddities = await bad[name]?.(authorization.issuer);
    const { status, challenge, text } = await call(
      url,
      'whoami',
      await authorization.token(url, 'orders:read', oddities),
    );
    expect([status, text]).toEqual([401, expect.not.stringContaining('ann')]);
    expect(challenge).toContain('error="invalid_token"');
  });

  test('without a signature, or with one that anybody can make', async () => {
    await using shop = await deploy();
    const { authorization, url } = shop;
    const claims = { iss: authorization.issuer, aud: url, sub: 'ann', client_id: 'c', scope: 'orders:read' };
    const unsigned = new UnsecuredJWT({ ...claims, exp: now() + 60 }).encode();
    // The published key taken for a shared secret.
    const keys = await (await fetch(`${authorization.issuer}/keys`)).text();
    const shared = await new SignJWT({ ...claims, exp: now() + 60 })
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .sign(new TextEncoder().encode(keys));
    for (const token of [unsigned, shared, 'x', 'a.b.c', `${unsigned}x`, 'é'.repeat(3)]) {
      const { status } = await call(url, 'whoami', encodeURIComponent(token));
      expect(status).toBe(401);
    }
  });

  test('of a type that is not wanted', async () => {
    await using shop = await deploy({ tokenType: 'JWT' });
    const { status } = await call(shop.url, 'whoami', await shop.authorization.token(shop.url, 'orders:read'));
    expect(status).toBe(401);
  });
});

test('clocks may be a little apart', async () => {
  await using shop = await deploy({ clockToleranceSeconds: 30 });
  const late = await shop.authorization.token(shop.url, 'orders:read', {
    claims: { exp: now() - 10, nbf: now() + 10 },
  });
  expect((await call(shop.url, 'whoami', late)).status).toBe(200);
});

test('without keys nobody is let in, and nobody is blamed', async () => {
  await using shop = await deploy({ cooldownMs: 0 });
  const token = await shop.authorization.token(shop.url, 'orders:read');
  shop.authorization.areKeysDown = true;
  expect((await call(shop.url, 'whoami', token)).status).toBe(503);
  shop.authorization.areKeysDown = false;
  expect((await call(shop.url, 'whoami', token)).status).toBe(200);
  // What was had once goes on while it is good.
  shop.authorization.areKeysDown = true;
  expect((await call(shop.url, 'whoami', token)).status).toBe(200);
});

test('made-up keys cause no traffic', async () => {
  await using shop = await deploy();
  const { authorization, url } = shop;
  await call(url, 'whoami', await authorization.token(url, 'orders:read'));
  for (let index = 0; index < 20; index++) {
    await call(url, 'whoami', await authorization.token(url, 'orders:read', { kid: `made-up-${index}` }));
  }
  expect(authorization.at('keys').length).toBeLessThanOrEqual(2);
});

test('several authorization servers, each with its own keys', async () => {
  await using first = await TestAuthorizationServer.start();
  await using second = await TestAuthorizationServer.start();
  const audience = 'https://shop.example/mcp';
  const verifier = jwtVerifier({ issuer: first.issuer, audience }, { issuer: second.issuer, audience });
  for (const each of [first, second]) {
    const { extra } = await verifier.verifyAccessToken(await each.token(audience, ''));
    expect(extra?.['iss']).toBe(each.issuer);
  }
  const mixed = await first.token(audience, '', { claims: { iss: second.issuer } });
  await expect(verifier.verifyAccessToken(mixed)).rejects.toThrow('not valid here');
});

test('options that cannot be safe are refused at once', () => {
  const good = { issuer: 'https://login.example', audience: 'https://shop.example/mcp' };
  expect(() => jwtVerifier({ ...good, algorithms: ['HS256'] })).toThrow(TypeError);
  expect(() => jwtVerifier({ ...good, algorithms: ['none'] })).toThrow(TypeError);
  expect(() => jwtVerifier({ ...good, jwksUri: 'http://login.example/keys' })).toThrow(TypeError);
  expect(() => jwtVerifier({ ...good, audience: 'shop' })).toThrow(TypeError);
  expect(() => jwtVerifier({ ...good, audience: 'shop', resource: good.audience })).not.toThrow();
});

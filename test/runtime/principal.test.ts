import { expect, test } from 'vitest';
import { toPrincipal } from '../../src/runtime/principal.js';

test('a principal holds what the authentication found out, without the token', () => {
  const auth = { token: 'secret', clientId: 'c', scopes: ['read'], expiresAt: 5, extra: { sub: 'me' } };
  expect(toPrincipal(auth)).toStrictEqual({ clientId: 'c', scopes: ['read'], expiresAt: 5, extra: { sub: 'me' } });
  expect(toPrincipal({ token: 'secret', clientId: 'c', scopes: [] })).toStrictEqual({
    clientId: 'c',
    scopes: [],
    extra: {},
  });
  expect(toPrincipal(undefined)).toBeUndefined();
});

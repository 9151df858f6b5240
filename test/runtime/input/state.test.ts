import type { AuthInfo } from '@modelcontextprotocol/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MAX_STATE_LENGTH, stateSeal } from '../../../src/runtime/sealed-state.js';
import { type Answer, type AskingHandler, askingServer, CONFIRM, caller, EVERYTHING, NAME } from './support.js';

const KEY = 'k'.repeat(32);
const OTHER_KEY = new Uint8Array(32).fill(7);
const inputResponses = { confirm: { action: 'accept', content: { ok: true } } };
const confirm: AskingHandler = async (_input, { ask, once }) => {
  const secret = await once('secret', () => 'the admin password');
  await ask.confirm();
  return `done, ${secret.length}`;
};

afterEach(() => void vi.useRealTimers());

function expectRefused({ status, error, result }: Answer): void {
  expect({ status, error, result }).toEqual({
    status: 200,
    error: {
      code: -32602,
      message: 'Invalid or expired requestState',
      data: { reason: 'invalid_request_state' },
    },
    result: undefined,
  });
}

function user(sub: string, more: Partial<AuthInfo> = {}): AuthInfo {
  return { token: 't', clientId: 'app', scopes: [], extra: { sub }, ...more };
}

describe('a state is refused', () => {
  test('when it was tampered with, at whatever place', async () => {
    const call = caller(askingServer({ confirm: CONFIRM }, confirm));
    const { state = '' } = await call();
    // At 45 and at the end stand bits that base64 gives no meaning.
    const places = [0, 1, 3, 20, 45, 46, 60, Math.floor(state.length / 2), state.length - 2, state.length - 1];
    const flipped = places.map((at) => `${state.slice(0, at)}${state[at] === 'A' ? 'B' : 'A'}${state.slice(at + 1)}`);
    for (const requestState of [
      `${state}-TAMPERED`,
      `${state}A`,
      `${state}=`,
      `${state}\n`,
      state.slice(0, -4),
      ...flipped,
    ]) {
      expectRefused(await call({ requestState, inputResponses }));
    }
    expect((await call({ requestState: state, inputResponses })).text).toBe('done, 18');
  });

  test.each(['', 'v1.', 'v2.abc', 'nonsense', '💥'.repeat(100), 'v1.'.padEnd(3_000_000, 'A'), 7, null, {}, []])(
    'when it is nothing of ours (%#)',
    async (requestState) => {
      expectRefused(await caller(askingServer({ confirm: CONFIRM }, confirm))({ requestState, inputResponses }));
    },
  );

  test('when it comes with other arguments, or for another tool', async () => {
    const call = caller(askingServer({ confirm: CONFIRM }, confirm));
    const { state } = await call({ arguments: { id: 1, deep: { a: 1, b: [2] } } });
    expectRefused(await call({ arguments: { id: 2 }, requestState: state, inputResponses }));
    expectRefused(await call({ requestState: state, inputResponses }));
    expectRefused(
      await call({ name: 'other', arguments: { id: 1, deep: { a: 1, b: [2] } }, requestState: state, inputResponses }),
    );
    // The order of members is no difference.
    const same = { deep: { b: [2], a: 1 }, id: 1 };
    expect((await call({ arguments: same, requestState: state, inputResponses })).text).toBe('done, 18');
  });

  test('when somebody else brings it', async () => {
    const server = askingServer({ confirm: CONFIRM }, confirm);
    const { state } = await caller(server, EVERYTHING, user('ann'))();
    const round = { requestState: state, inputResponses };
    expectRefused(await caller(server, EVERYTHING, user('bob'))(round));
    expectRefused(await caller(server, EVERYTHING, user('ann', { clientId: 'another' }))(round));
    expectRefused(await caller(server, EVERYTHING, user('ann', { extra: { sub: 'ann', iss: 'https://evil' } }))(round));
    expectRefused(await caller(server)(round));
    // Tokens are renewed while a user thinks.
    const renewed = user('ann', { token: 'new', scopes: ['more'], expiresAt: 4_000_000_000 });
    expect((await caller(server, EVERYTHING, renewed)(round)).text).toBe('done, 18');
  });

  test('when the answer has taken too long', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    const call = caller(askingServer({ confirm: CONFIRM }, confirm, { answerTimeoutMs: 60_000 }));
    const { state } = await call();
    vi.setSystemTime(60_000);
    expect((await call({ requestState: state, inputResponses })).text).toBe('done, 18');
    vi.setSystemTime(60_001);
    expectRefused(await call({ requestState: state, inputResponses }));
  });

  test('when another server has sealed it', async () => {
    const { state } = await caller(askingServer({ confirm: CONFIRM }, confirm))();
    expectRefused(await caller(askingServer({ confirm: CONFIRM }, confirm))({ requestState: state, inputResponses }));
  });
});

describe('keys', () => {
  test('that processes share let one go on where another has stopped', async () => {
    const input = { stateKeys: [KEY] };
    const { state } = await caller(askingServer({ confirm: CONFIRM }, confirm, input))();
    const elsewhere = caller(askingServer({ confirm: CONFIRM }, confirm, input));
    expect((await elsewhere({ requestState: state, inputResponses })).text).toBe('done, 18');
  });

  test('can be replaced: the first seals, all open', async () => {
    const server = (...stateKeys: (string | Uint8Array)[]) =>
      caller(askingServer({ confirm: CONFIRM }, confirm, { stateKeys }));
    const { state: old } = await server(KEY)();
    const both = server(OTHER_KEY, KEY);
    expect((await both({ requestState: old, inputResponses })).text).toBe('done, 18');
    const { state: fresh } = await both();
    expect((await server(OTHER_KEY)({ requestState: fresh, inputResponses })).text).toBe('done, 18');
    expectRefused(await server(KEY)({ requestState: fresh, inputResponses }));
  });

  test.each([[['short']], [[]], [[new Uint8Array(31)]], [Array(9).fill(KEY)]])(
    'must be long, and few (%#)',
    (stateKeys) => {
      expect(() => askingServer({ confirm: CONFIRM }, confirm, { stateKeys })).toThrow(RangeError);
    },
  );

  test('may be wiped by whoever gave them', async () => {
    const key = new Uint8Array(32).fill(9);
    const call = caller(askingServer({ confirm: CONFIRM }, confirm, { stateKeys: [key] }));
    key.fill(0);
    const { state } = await call();
    const honest = caller(askingServer({ confirm: CONFIRM }, confirm, { stateKeys: [new Uint8Array(32).fill(9)] }));
    expect((await honest({ requestState: state, inputResponses })).text).toBe('done, 18');
  });
});

test('a client can read nothing of what is kept, and never sees the same state twice', async () => {
  const call = caller(askingServer({ confirm: CONFIRM }, confirm, { stateKeys: [KEY] }));
  const states = await Promise.all([1, 2, 3].map(async () => (await call()).state ?? ''));
  expect(new Set(states).size).toBe(3);
  for (const state of states)
    expect(atob(state.slice(3, 46).replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('admin');
  for (const state of states) {
    const bytes = Buffer.from(state.slice(3), 'base64url').toString('latin1');
    expect(bytes).not.toMatch(/admin|secret|round/);
  }
});

describe('what grows is bounded', () => {
  test('the number of rounds', async () => {
    const server = askingServer({ confirm: CONFIRM }, confirm, { maxRounds: 3 });
    const call = caller(server);
    let { state } = await call();
    for (let round = 2; round <= 3; round += 1) {
      ({ state } = await call({ requestState: state, inputResponses: { confirm: { action: 'nonsense' } } }));
      expect(state).toBeDefined();
    }
    const last = await call({ requestState: state, inputResponses: {} });
    expect(last.result.isError).toBe(true);
    expect(last.text).toBe('The call still needs input after 3 rounds of questions.');
  });

  test('the size of the state', async () => {
    const failures: unknown[] = [];
    const server = askingServer(
      { confirm: CONFIRM },
      async (_input, { ask, once }) => {
        await once('large', () => 'x'.repeat(MAX_STATE_LENGTH));
        await ask.confirm();
      },
      {},
      { onError: (error) => void failures.push(String(error)) },
    );
    const { result } = await caller(server)();
    expect(result.isError).toBe(true);
    expect(failures[0]).toMatch(/^RangeError: what a call keeps between rounds/);
  });

  test('the number of questions', async () => {
    const server = askingServer({ user_name: NAME }, async (_input, { ask }) => {
      const answers = await Promise.allSettled(
        Array.from({ length: 150 }, (_, n) => ask.user_name({ message: `${n}` })),
      );
      return String(answers.length);
    });
    expect(Object.keys((await caller(server)()).asks)).toHaveLength(100);
  });

  test('the number of values', async () => {
    const server = askingServer({ confirm: CONFIRM }, async (_input, { once }) => {
      for (let index = 0; index < 200; index += 1) await once(`key${index}`, () => index);
    });
    expect((await caller(server)()).result.isError).toBe(true);
  });

  test.each([{ maxRounds: 0 }, { maxRounds: 1.5 }, { answerTimeoutMs: 0 }, { answerTimeoutMs: Number.NaN }])(
    'and the bounds themselves: %j',
    (input) => {
      expect(() => askingServer({ confirm: CONFIRM }, confirm, input)).toThrow(RangeError);
    },
  );
});

test('the largest state that is sealed can be opened, whatever its characters', async () => {
  const seal = stateSeal([KEY], 60_000);
  const value = '語'.repeat(MAX_STATE_LENGTH - 100);
  expect(await seal.open(await seal.seal(value, 'here'), 'here')).toBe(value);
  await expect(seal.open(await seal.seal(1, 'here'), 'there')).rejects.toThrow('Invalid or expired requestState');
});

import { describe, expect, test } from 'vitest';
import { gate } from '../support/gate.js';
import {
  type AskingHandler,
  askingServer,
  assistantText,
  CAPITAL,
  CONFIRM,
  caller,
  FOLDERS,
  NAME,
  userText,
  VISIT,
} from './support.js';

const accept = (content: object) => ({ action: 'accept', content });

describe('one question', () => {
  const greet: AskingHandler = async (_input, { ask }) => {
    const answer = await ask.user_name();
    return answer.action === 'accept' ? `Hello, ${answer.content.name}!` : answer.action;
  };
  const server = askingServer({ user_name: NAME }, greet);

  test('is asked as the contract says, and its answer goes to the handler', async () => {
    const call = caller(server);
    const first = await call();
    expect(first.result).toMatchObject({ resultType: 'input_required', requestState: expect.stringMatching(/^v1\./) });
    expect(first.asks).toEqual({
      user_name: {
        method: 'elicitation/create',
        params: { mode: 'form', message: 'What is your name?', requestedSchema: NAME.elicit?.requestedSchema },
      },
    });
    const second = await call({ requestState: first.state, inputResponses: { user_name: accept({ name: 'Alice' }) } });
    expect(second.text).toBe('Hello, Alice!');
    expect(second.result).toMatchObject({ resultType: 'complete' });
  });

  test.each(['decline', 'cancel'])('may be answered with %s', async (action) => {
    const call = caller(server);
    const { state } = await call();
    expect((await call({ requestState: state, inputResponses: { user_name: { action } } })).text).toBe(action);
  });

  test.each([
    ['another key', { wrong_key: accept({ data: 'wrong' }) }],
    ['nothing', {}],
    ['no action', { user_name: { content: { name: 'Alice' } } }],
    ['a field of another type', { user_name: accept({ name: 7 }) }],
    ['a required field missing', { user_name: accept({}) }],
    ['content that is no object', { user_name: { action: 'accept', content: ['Alice'] } }],
    ['what answers another kind', { user_name: assistantText('Alice') }],
  ])('is asked again after %s', async (_what, inputResponses) => {
    const call = caller(server);
    const { state } = await call();
    for (const requestState of [state, undefined]) {
      const again = await call({ inputResponses, ...(requestState !== undefined && { requestState }) });
      expect(Object.keys(again.asks)).toEqual(['user_name']);
      expect(again.state).not.toBe(state);
      const answered = { requestState: again.state, inputResponses: { user_name: accept({ name: 'Bob' }) } };
      expect((await call(answered)).text).toBe('Hello, Bob!');
    }
  });

  test('may be answered before it is asked, among answers that nobody wants', async () => {
    const inputResponses = { user_name: accept({ name: 'Eve', admin: true }), extra: accept({ data: 'x' }) };
    expect((await caller(server)({ inputResponses })).text).toBe('Hello, Eve!');
  });

  test('gives no field that the form does not have', async () => {
    const seen: unknown[] = [];
    const watching = askingServer(
      { user_name: NAME },
      async (_input, { ask }) => void seen.push(await ask.user_name()),
    );
    const injected = JSON.parse('{"name":"Eve","admin":true,"__proto__":{"admin":true}}');
    await caller(watching)({ inputResponses: { user_name: accept(injected) } });
    expect(seen).toEqual([{ action: 'accept', content: { name: 'Eve' } }]);
  });
});

test('several questions at once are asked in one round, and only those without an answer again', async () => {
  const questions = { user_name: NAME, greeting: CAPITAL, client_roots: FOLDERS };
  const server = askingServer(questions, async (_input, { ask }) => {
    const [name, greeting, roots] = await Promise.all([
      ask.user_name(),
      ask.greeting({ messages: [userText('Generate a greeting')], maxTokens: 50 }),
      ask.client_roots(),
    ]);
    return `${greeting.text} ${name.content.name}, in ${roots[0].uri}`;
  });
  const call = caller(server);
  const first = await call();
  expect(Object.keys(first.asks)).toEqual(['user_name', 'greeting', 'client_roots']);
  expect(first.asks['greeting']).toEqual({
    method: 'sampling/createMessage',
    params: { messages: [userText('Generate a greeting')], maxTokens: 50 },
  });
  expect(first.asks['client_roots']).toEqual({ method: 'roots/list', params: {} });
  const second = await call({
    requestState: first.state,
    inputResponses: { greeting: assistantText('Hi'), client_roots: { roots: [{ uri: 'file:///home' }] } },
  });
  expect(Object.keys(second.asks)).toEqual(['user_name']);
  const third = await call({ requestState: second.state, inputResponses: { user_name: accept({ name: 'Al' }) } });
  expect(third.text).toBe('Hi Al, in file:///home');
});

test('a question that depends on an answer is asked in the next round, with another state', async () => {
  let runs = 0;
  const server = askingServer({ step1: NAME, step2: NAME }, async (_input, { ask }) => {
    runs += 1;
    const first = await ask.step1();
    const second = await ask.step2({ message: `And whom else, ${first.content.name}?` });
    return `${first.content.name} and ${second.content.name}`;
  });
  const call = caller(server);
  const first = await call();
  const second = await call({ requestState: first.state, inputResponses: { step1: accept({ name: 'A' }) } });
  expect(second.asks['step2'].params.message).toBe('And whom else, A?');
  expect(second.state).not.toBe(first.state);
  const third = await call({ requestState: second.state, inputResponses: { step2: accept({ name: 'B' }) } });
  expect(third.text).toBe('A and B');
  expect(runs).toBe(3);
});

test('the same question can be asked many times in a loop; each has a key of its own', async () => {
  const server = askingServer({ next: NAME }, async (_input, { ask }) => {
    const names: string[] = [];
    for (let index = 0; index < 3; index += 1) names.push((await ask.next()).content.name);
    return names.join();
  });
  const call = caller(server);
  let { state, asks, text } = await call();
  const keys: string[] = [];
  for (const name of ['A', 'B', 'C']) {
    const [key = ''] = Object.keys(asks);
    keys.push(key);
    ({ state, asks, text } = await call({ requestState: state, inputResponses: { [key]: accept({ name }) } }));
  }
  expect(keys).toEqual(['next', 'next#2', 'next#3']);
  expect(text).toBe('A,B,C');
});

test('answers find their questions in whatever order these are asked', async () => {
  let runs = 0;
  const server = askingServer({ confirm: CONFIRM }, async (_input, { ask }) => {
    runs += 1;
    const items = ['x', 'y', 'z'];
    // Another order in each run, as when they wait for something.
    const order = runs % 2 === 0 ? [...items].reverse() : items;
    const answers = await Promise.all(
      order.map(async (item) => [item, (await ask.confirm({ message: `Delete ${item}?` })).content.ok] as const),
    );
    return Object.entries(Object.fromEntries(answers)).sort().join(' ');
  });
  const call = caller(server);
  const { asks, state } = await call();
  const inputResponses = Object.fromEntries(
    Object.entries(asks).map(([key, { params }]) => [key, accept({ ok: params.message === 'Delete y?' })]),
  );
  expect((await call({ requestState: state, inputResponses })).text).toBe('x,false y,true z,false');
});

test('a question that has changed since it was answered is asked again', async () => {
  let price = 10;
  const server = askingServer({ confirm: CONFIRM }, async (_input, { ask }) => {
    const asked = price;
    await ask.confirm({ message: `Pay ${asked}?` });
    return `paid ${asked}`;
  });
  const call = caller(server);
  const first = await call();
  price = 1_000;
  const second = await call({ requestState: first.state, inputResponses: { confirm: accept({ ok: true }) } });
  const [key = ''] = Object.keys(second.asks);
  expect(second.asks[key].params.message).toBe('Pay 1000?');
  const third = await call({ requestState: second.state, inputResponses: { [key]: accept({ ok: true }) } });
  expect(third.text).toBe('paid 1000');
});

describe('once', () => {
  test('does something once in a call, whatever becomes of the run', async () => {
    let orders = 0;
    const server = askingServer({ confirm: CONFIRM }, async (_input, { ask, once }) => {
      const order = await once('order', () => {
        orders += 1;
        return { id: orders, at: new Date(0) };
      });
      const nothing = await once('nothing', () => undefined);
      const { content } = await ask.confirm({ message: `Ship ${order.id}?` });
      return JSON.stringify([order, nothing, await once('order', () => 'another'), content.ok]);
    });
    const call = caller(server);
    const { state } = await call();
    const { text } = await call({ requestState: state, inputResponses: { confirm: accept({ ok: true }) } });
    expect(text).toBe('[{"id":1,"at":"1970-01-01T00:00:00.000Z"},null,{"id":1,"at":"1970-01-01T00:00:00.000Z"},true]');
    expect(orders).toBe(1);
  });

  test('is waited for when a question beside it ends the run', async () => {
    let orders = 0;
    const server = askingServer({ confirm: CONFIRM }, async (_input, { ask, once }) => {
      const slow = once('order', async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        orders += 1;
        return orders;
      });
      const [, order] = await Promise.all([ask.confirm(), slow]);
      return String(order);
    });
    const call = caller(server);
    const { state } = await call();
    expect(orders).toBe(1);
    expect((await call({ requestState: state, inputResponses: { confirm: accept({ ok: true }) } })).text).toBe('1');
    expect(orders).toBe(1);
  });

  test('tries again what failed', async () => {
    let attempts = 0;
    const server = askingServer({ confirm: CONFIRM }, async (_input, { ask, once }) => {
      const flaky = () => {
        attempts += 1;
        if (attempts < 3) throw new Error('not yet');
        return attempts;
      };
      const value = await once('flaky', flaky)
        .catch(() => once('flaky', flaky))
        .catch(() => 'failed');
      await ask.confirm();
      return String(value);
    });
    const call = caller(server);
    const { state } = await call();
    expect(attempts).toBe(2);
    expect((await call({ requestState: state, inputResponses: { confirm: accept({ ok: true }) } })).text).toBe('3');
  });
});

describe('what the handler does while a question is open', () => {
  test.each<[string, AskingHandler]>([
    ['swallows the rejection', async (_input, { ask }) => (await ask.confirm().catch(() => undefined)) ?? 'went on'],
    ['turns it into an error', (_input, { ask, error }) => ask.confirm().catch(() => error('no answer'))],
    [
      'throws something else',
      (_input, { ask }) =>
        ask.confirm().catch(() => {
          throw new Error('broken');
        }),
    ],
    [
      'does not await it',
      (_input, { ask }) => {
        void ask.confirm();
        return 'gone';
      },
    ],
  ])('is of no account: it %s', async (_what, handler) => {
    const failures: unknown[] = [];
    const onError = (error: unknown) => void failures.push(error);
    const { asks } = await caller(askingServer({ confirm: CONFIRM }, handler, {}, { onError }))();
    expect(Object.keys(asks)).toEqual(['confirm']);
    expect(failures).toEqual([]);
  });

  test('counts when no question is open', async () => {
    const failures: unknown[] = [];
    const server = askingServer(
      { confirm: CONFIRM },
      async (_input, { ask }) => {
        await ask.confirm();
        throw new Error('broken');
      },
      {},
      { onError: (error) => void failures.push(String(error)) },
    );
    const call = caller(server);
    const { state } = await call();
    const { result } = await call({ requestState: state, inputResponses: { confirm: accept({ ok: true }) } });
    expect(result.isError).toBe(true);
    expect(failures).toEqual(['Error: broken']);
  });

  test('has ended when it asks too late', async () => {
    const late = gate();
    let refused: unknown;
    const server = askingServer({ confirm: CONFIRM }, (_input, { ask }) => {
      void late.opened
        .then(() => ask.confirm())
        .catch((error: unknown) => {
          refused = error;
        });
      return 'done';
    });
    expect((await caller(server)()).text).toBe('done');
    late.open();
    await expect.poll(() => String(refused)).toBe('Error: confirm is asked after the handler has ended');
  });
});

describe('pages to visit', () => {
  const visit = (url: unknown) =>
    askingServer({ pay: VISIT }, async (_input, { ask, once }) => {
      const nonce = await once('nonce', () => Math.random());
      return (await ask.pay({ url: typeof url === 'string' ? url.replace('NONCE', String(nonce)) : url })).action;
    });

  test('are asked for with the URL of the handler', async () => {
    const call = caller(visit('https://pay.example.com/?id=NONCE'));
    const { asks, state } = await call();
    expect(asks['pay']).toEqual({
      method: 'elicitation/create',
      params: {
        mode: 'url',
        message: 'Pay here',
        url: expect.stringMatching(/^https:\/\/pay\.example\.com\/\?id=0\.\d+$/),
      },
    });
    expect((await call({ requestState: state, inputResponses: { pay: { action: 'accept' } } })).text).toBe('accept');
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', '/relative', '', undefined])('may not be %s', async (url) => {
    const { result, asks } = await caller(visit(url))();
    expect(result.isError).toBe(true);
    expect(asks).toEqual({});
  });
});

test('defaults of the handler go before those of the contract, and have to fit', async () => {
  const server = askingServer({ user_name: NAME }, async ({ name }, { ask }) =>
    String((await ask.user_name({ defaults: { name } })).content.name),
  );
  const call = caller(server);
  const { asks } = await call({ arguments: { name: 'Ada' } });
  expect(asks['user_name'].params.requestedSchema.properties).toEqual({ name: { type: 'string', default: 'Ada' } });
  expect(NAME.elicit?.requestedSchema).toMatchObject({ properties: { name: { type: 'string' } } });
  expect((await call({ arguments: { name: 7 } })).result.isError).toBe(true);
});

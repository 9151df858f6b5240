import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, test } from 'vitest';
import { type AnsweringOptions, withAnswers } from '../../../src/runtime/answers.js';
import type { CallOptions } from '../../../src/runtime/call.js';
import { createContractClient } from '../../../src/runtime/client.js';
import type { Questions, ToolDescriptor } from '../../../src/runtime/descriptor.js';
import { serveHttp } from '../../../src/runtime/http.js';
import type { ContractServer } from '../../../src/runtime/server.js';
import { connect } from '../support/connect.js';
import { ERAS, type Era, INFO } from '../support/contract.js';
import {
  type AskingHandler,
  askingServer,
  assistantText,
  CAPITAL,
  CONFIRM,
  caller,
  connectClient,
  EVERYTHING,
  FOLDERS,
  NAME,
  VISIT,
} from './support.js';

// biome-ignore lint/suspicious/noExplicitAny: the questions are only known to the test
type AnyQuestions = any;

const tool = (name: string, ask: Questions): ToolDescriptor => ({ name, inputSchema: { type: 'object' }, ask });

async function call(
  server: ContractServer,
  ask: Questions,
  era: Era,
  options: AnsweringOptions<AnyQuestions>,
  name = 'act',
): Promise<string> {
  const tools = [tool('act', ask), tool('other', ask)];
  const table = { act: tools[0] as ToolDescriptor, other: tools[1] as ToolDescriptor };
  await using connection = await connect(server, tools, era, 'memory', withAnswers(options, table));
  const result = (await connection.call(name)) as { text: string };
  return result.text;
}

const everything: AskingHandler = async (_input, { ask }) => {
  const [name, visit, sampled, roots] = await Promise.all([
    ask.user_name(),
    ask.pay({ url: 'https://pay.example.com/1' }),
    ask.greeting(),
    ask.client_roots(),
  ]);
  const second = await ask.next({ message: `Sure, ${name.content?.name}?` });
  return [name.content?.name, visit.action, sampled.text, roots[0].uri, second.action].join(' ');
};
const questions = { user_name: NAME, pay: VISIT, greeting: CAPITAL, client_roots: FOLDERS, next: CONFIRM };
const generic: AnsweringOptions<AnyQuestions>['answers'] = {
  elicit: ({ message }) =>
    message.startsWith('Sure') ? { action: 'decline' } : { action: 'accept', content: { name: 'Ann' } },
  elicitUrl: ({ url }) => ({ action: url === 'https://pay.example.com/1' ? 'accept' : 'cancel' }),
  sample: () => ({ role: 'assistant', model: 'm', content: { type: 'text', text: 'Paris' } }),
  roots: () => [{ uri: 'file:///work' }],
};

describe.each(ERAS)('a client (%s)', (era) => {
  test('answers every kind of question, over several rounds', async () => {
    const text = await call(askingServer(questions, everything), questions, era, { answers: generic });
    expect(text).toBe('Ann accept Paris file:///work decline');
  });

  test('answers by the names of tools and questions, and otherwise in general', async () => {
    const answers = {
      elicit: () => ({ action: 'cancel' as const }),
      tools: { act: { user_name: () => ({ action: 'accept' as const, content: { name: 'by name' } }) } },
    };
    const greet: AskingHandler = async (_input, { ask }) => {
      const { action, content } = await ask.user_name({ message: 'Who are you?', defaults: { name: 'You' } });
      return content?.name ?? action;
    };
    const server = askingServer({ user_name: NAME }, greet);
    expect(await call(server, { user_name: NAME }, era, { answers })).toBe('by name');
    expect(await call(server, { user_name: NAME }, era, { answers }, 'other')).toBe('cancel');
  });

  test('fills in the defaults of fields that an answer leaves out', async () => {
    const form = {
      elicit: {
        message: 'How?',
        requestedSchema: {
          type: 'object',
          properties: { speed: { type: 'string', enum: ['f', 's'], default: 's' }, n: { type: 'integer', default: 1 } },
          required: ['speed'],
        },
      },
    };
    const server = askingServer({ user_name: form }, async (_input, { ask }) =>
      JSON.stringify((await ask.user_name()).content),
    );
    const answers = { elicit: () => ({ action: 'accept' as const, content: { n: 2 } }) };
    expect(JSON.parse(await call(server, { user_name: form }, era, { answers }))).toEqual({ speed: 's', n: 2 });
  });

  test('is not asked what it has not declared: the handler goes on where the contract lets it', async () => {
    const skip = {
      user_name: { ...NAME, otherwise: 'skip' as const },
      client_roots: { ...FOLDERS, otherwise: 'skip' as const },
    };
    const server = askingServer(skip, async (_input, { ask }) => {
      const [name, roots] = await Promise.all([ask.user_name(), ask.client_roots()]);
      return `${name.action} ${roots.action}`;
    });
    expect(await call(server, skip, era, {})).toBe('unsupported unsupported');
    expect(await call(server, skip, era, { capabilities: { elicitation: { url: {} } } })).toBe(
      'unsupported unsupported',
    );
  });

  test('that has nobody to answer gets an error where the contract insists', async () => {
    const server = askingServer({ user_name: NAME }, async (_input, { ask }) => (await ask.user_name()).action);
    const failed = await call(server, { user_name: NAME }, era, {}).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    if (era === 'modern') {
      expect(failed).toMatchObject({ code: -32021, data: { requiredCapabilities: { elicitation: { form: {} } } } });
    } else expect(String(failed)).toContain('did not declare the required capability');
  });

  test('never has one of two answers guessed', async () => {
    const ask = { user_name: NAME, next: NAME };
    const answers = {
      tools: {
        act: {
          user_name: () => ({ action: 'accept' as const, content: { name: 'first' } }),
          next: () => ({ action: 'accept' as const, content: { name: 'second' } }),
        },
      },
    };
    const server = askingServer(ask, async (_input, context) => (await context.ask.next()).content.name);
    const said = await call(server, ask, era, { answers }).catch((error: unknown) => String(error));
    // An older server does not say which of its questions it asks, and these two look the same.
    if (era === 'modern') expect(said).toBe('second');
    else expect(said).toContain('nobody answers');
  });

  test('hears of progress that never goes back, though the handler runs again', async () => {
    const server = askingServer({ confirm: CONFIRM }, async (_input, { ask, progress }) => {
      await progress(1, 2);
      await ask.confirm();
      await progress(2, 2);
      return 'done';
    });
    const seen: number[] = [];
    await using connection = await connectClient(server, era, EVERYTHING, (client) => {
      client.setRequestHandler('elicitation/create', () => ({ action: 'accept', content: { ok: true } }));
    });
    const onprogress = ({ progress, message }: { progress: number; message?: string | undefined }) => {
      if (message === undefined) seen.push(progress);
    };
    await connection.client.callTool({ name: 'act', arguments: {} }, { onprogress });
    if (era === 'legacy') expect(seen).toEqual([1, 2]);
    else expect(seen).toEqual([1, 1, 2]);
  });
});

test('over HTTP, a modern client answers in several requests', async () => {
  const handle = await serveHttp(askingServer(questions, everything), { port: 0, handleSignals: false });
  const definition = { info: INFO, tools: { act: tool('act', questions) } };
  const client = await createContractClient<{
    act: (input: object, options?: CallOptions) => Promise<{ text: string }>;
  }>(
    definition,
    new StreamableHTTPClientTransport(new URL(handle.url)),
    withAnswers<AnyQuestions>({ era: 'modern', answers: generic }, definition.tools),
  );
  expect((await client.tools.act({})).text).toBe('Ann accept Paris file:///work decline');
  await client.close();
  await handle.close();
});

test('callers that are served at the same time never see each other’s answers', async () => {
  const server = askingServer({ user_name: NAME }, async ({ id }, { ask, once }) => {
    const own = await once('own', () => id);
    return `${own}:${(await ask.user_name({ message: `Who is ${id}?` })).content.name}`;
  });
  const callers = Array.from({ length: 20 }, (_, id) => ({ id, call: caller(server) }));
  const states = await Promise.all(callers.map(({ id, call: ask }) => ask({ arguments: { id } })));
  const texts = await Promise.all(
    callers.map(({ id, call: ask }) =>
      ask({
        arguments: { id },
        requestState: states[id]?.state,
        inputResponses: { user_name: { action: 'accept', content: { name: `n${id}` } } },
      }),
    ),
  );
  expect(texts.map(({ text }) => text)).toEqual(callers.map(({ id }) => `${id}:n${id}`));
  // Nor can one be answered with the state of another.
  const stolen = await caller(server)({ arguments: { id: 1 }, requestState: states[0]?.state });
  expect(stolen.error).toMatchObject({ code: -32602 });
});

test('what a model says with tools is no answer, since none were offered', async () => {
  const server = askingServer({ greeting: CAPITAL }, async (_input, { ask }) => (await ask.greeting()).text);
  const ask = caller(server);
  const { state } = await ask();
  const uses = { ...assistantText('x'), content: [{ type: 'tool_use', id: '1', name: 'rm', input: {} }] };
  const again = await ask({ requestState: state, inputResponses: { greeting: uses } });
  expect(Object.keys(again.asks)).toEqual(['greeting']);
  const several = {
    ...assistantText('x'),
    content: [
      { type: 'text', text: 'a' },
      { type: 'text', text: 'b' },
    ],
  };
  expect((await ask({ requestState: again.state, inputResponses: { greeting: several } })).text).toBe('a\nb');
});

import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { McpServer } from '@modelcontextprotocol/server';
import { describe, expect, test } from 'vitest';
import type { Asking } from '../../../src/runtime/asking.js';
import type { Questions } from '../../../src/runtime/descriptor.js';
import { serveHttp } from '../../../src/runtime/http.js';
import { inputFromClients } from '../../../src/runtime/input.js';
import type { PromptDescriptor } from '../../../src/runtime/prompt-descriptor.js';
import type { PromptContext } from '../../../src/runtime/prompt-handler.js';
import { registerContractPrompts } from '../../../src/runtime/prompts.js';
import { registerContractTools } from '../../../src/runtime/register.js';
import type { ContractServer } from '../../../src/runtime/server.js';
import { reach } from '../support/connect.js';
import { ERAS, type Era, INFO } from '../support/contract.js';
import { deskOf } from '../support/desk.js';
import { MODERN_META } from '../support/raw.js';
import { CONFIRM, EVERYTHING, NAME } from './support.js';

// biome-ignore lint/suspicious/noExplicitAny: the questions are only known to the test
type AnyAsking = Asking<Record<'user_name' | 'confirm', (params?: object) => Promise<any>>>;
type Handler = (args: Readonly<Record<string, string>>, ctx: PromptContext & AnyAsking) => unknown;

const questions: Questions = { user_name: NAME, confirm: { ...CONFIRM, otherwise: 'skip' } };
const prompt: PromptDescriptor = { name: 'greet', arguments: [{ name: 'tone', required: true }], ask: questions };
const TONE = { tone: 'kind' };

/** How often each part of the handler ran. */
function counted() {
  const runs = { begun: 0, made: 0 };
  const greet: Handler = async ({ tone }, { ask, once }) => {
    runs.begun += 1;
    const id = await once('id', () => {
      runs.made += 1;
      return `id${runs.made}`;
    });
    const { content } = await ask.user_name();
    const { action } = await ask.confirm();
    return [tone, id, content?.name, action].join(' ');
  };
  return { runs, greet };
}

const serverOf = (greet: Handler): ContractServer =>
  deskOf({ prompts: [prompt] }, { prompts: { greet } }, { input: inputFromClients() });

async function clientOf(
  server: ContractServer,
  era: Era,
  carrier: 'memory' | 'http',
  answers: readonly unknown[] | undefined,
) {
  const { transport, stop } = await reach(server, carrier);
  const client = new Client(INFO, {
    capabilities: answers === undefined ? {} : EVERYTHING,
    versionNegotiation: { mode: era === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
  });
  const left = [...(answers ?? [])];
  if (answers !== undefined) client.setRequestHandler('elicitation/create', () => left.shift() as { action: 'cancel' });
  await client.connect(transport);
  return {
    get: async (args: Record<string, string> = TONE) => {
      const { messages } = await client.getPrompt({ name: 'greet', arguments: args });
      return messages[0]?.content.type === 'text' ? messages[0].content.text : '';
    },
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await stop();
    },
  };
}

const named = { action: 'accept', content: { name: 'Ann' } };

describe.each(ERAS)('a prompt (%s)', (era) => {
  test.each(['memory', 'http'] as const)('asks while it is filled in, over %s', async (carrier) => {
    const { runs, greet } = counted();
    await using client = await clientOf(serverOf(greet), era, carrier, [named, { action: 'decline' }]);
    expect(await client.get()).toBe('kind id1 Ann decline');
    expect(runs).toEqual({ begun: 3, made: 1 });
  });

  test('asks again after an answer that is none', async () => {
    const wrong = { action: 'accept', content: { name: 7 } };
    await using client = await clientOf(serverOf(counted().greet), era, 'memory', [wrong, named, { action: 'cancel' }]);
    expect(await client.get()).toBe('kind id1 Ann cancel');
  });

  test('checks its arguments before anybody is asked', async () => {
    const { runs, greet } = counted();
    await using client = await clientOf(serverOf(greet), era, 'memory', [named]);
    await expect(client.get({})).rejects.toMatchObject({ code: -32602 });
    expect(runs.begun).toBe(0);
  });

  test('fails where the client cannot answer, and goes on where the contract says so', async () => {
    await using client = await clientOf(serverOf(counted().greet), era, 'memory', undefined);
    await expect(client.get()).rejects.toMatchObject(era === 'modern' ? { code: -32021 } : {});
    const skipping = serverOf(async (_args, { ask }) => (await ask.confirm()).action);
    await using other = await clientOf(skipping, era, 'memory', undefined);
    expect(await other.get()).toBe('unsupported');
  });
});

test('a state is worth nothing with other arguments, or when it was changed', async () => {
  await using http = await (async () => {
    const handle = await serveHttp(serverOf(counted().greet), { port: 0, handleSignals: false });
    return { url: handle.url, [Symbol.asyncDispose]: handle.close };
  })();
  const get = async (more: object, args: object = TONE) => {
    const _meta = { ...MODERN_META, 'io.modelcontextprotocol/clientCapabilities': EVERYTHING };
    const params = { name: 'greet', arguments: args, ...more, _meta };
    const response = await fetch(http.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'prompts/get',
        'mcp-name': 'greet',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'prompts/get', params }),
    });
    const text = await response.text();
    return JSON.parse(/^data: (\{.*)$/m.exec(text)?.[1] ?? text);
  };
  const first = await get({});
  expect(first.result).toMatchObject({ resultType: 'input_required', inputRequests: { user_name: {} } });
  const { requestState } = first.result;
  const inputResponses = { user_name: named };
  const refused = { error: { code: -32602, data: { reason: 'invalid_request_state' } } };
  expect(await get({ requestState: `${requestState}A`, inputResponses })).toMatchObject(refused);
  expect(await get({ requestState, inputResponses }, { tone: 'curt' })).toMatchObject(refused);
  const second = await get({ requestState, inputResponses });
  expect(Object.keys(second.result.inputRequests)).toEqual(['confirm']);
  const third = await get({
    requestState: second.result.requestState,
    inputResponses: { confirm: { action: 'decline' } },
  });
  expect(third.result.messages[0].content.text).toBe('kind id1 Ann decline');
});

test('asks beside tools that ask, on a server that exists', async () => {
  const mcp = new McpServer(INFO, {});
  const tools = [{ name: 'act', inputSchema: { type: 'object' }, ask: questions }];
  const act = async (_input: unknown, { ask }: AnyAsking) => (await ask.user_name()).content?.name;
  // Each has keys of its own.
  registerContractTools(mcp, tools, { tools: { act } }, { services: {} }, undefined, inputFromClients());
  const { greet } = counted();
  registerContractPrompts(mcp, [prompt], { prompts: { greet } }, { services: {} }, inputFromClients());
  const [near, far] = InMemoryTransport.createLinkedPair();
  await mcp.connect(far);
  const client = new Client(INFO, { capabilities: EVERYTHING, versionNegotiation: { mode: 'legacy' } });
  client.setRequestHandler('elicitation/create', () => named as { action: 'accept'; content: { name: string } });
  await client.connect(near);
  expect(await client.callTool({ name: 'act', arguments: {} })).toMatchObject({ content: [{ text: 'Ann' }] });
  const deny = { action: 'decline' as const };
  client.setRequestHandler('elicitation/create', ({ params }) =>
    params.message === 'Really?' ? deny : { action: 'accept', content: { name: 'Ann' } },
  );
  const { messages } = await client.getPrompt({ name: 'greet', arguments: TONE });
  expect(messages).toMatchObject([{ content: { text: 'kind id1 Ann decline' } }]);
  await client.close();
});

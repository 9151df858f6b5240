import { McpServer } from '@modelcontextprotocol/server';
import { describe, expect, test, vi } from 'vitest';
import type { FailureInfo } from '../../src/runtime/failure.js';
import { serveHttp } from '../../src/runtime/http.js';
import type { PromptDescriptor } from '../../src/runtime/prompt-descriptor.js';
import type { PromptContext } from '../../src/runtime/prompt-handler.js';
import { registerContractPrompts } from '../../src/runtime/prompts.js';
import { ERAS, INFO } from './support/contract.js';
import { deskOf } from './support/desk.js';
import { postRaw } from './support/post.js';
import { connectRaw } from './support/raw.js';

/** With everything that a prompt may carry. */
const TRIAGE: PromptDescriptor = {
  name: 'Triage it',
  title: 'Triage',
  description: 'Decides who takes a ticket.',
  arguments: [
    { name: 'ticket', title: 'Ticket', description: 'Its id.', required: true },
    { name: 'tone', title: 'Tone' },
    { name: 'team' },
  ],
  icons: [{ src: 'https://example.org/t.svg', mimeType: 'image/svg+xml' }],
  _meta: { 'org.example/x': 1 },
  completions: [
    { name: 'ticket', by: 'handler' },
    { name: 'tone', by: ['kind', 'curt'] },
  ],
};
const PLAIN: PromptDescriptor = { name: 'plain' };
const handlers = {
  prompts: {
    'Triage it': {
      get: (args: object, ctx: PromptContext<{ team: string }>) =>
        ctx.result({
          messages: [{ role: 'assistant', content: { type: 'text', text: JSON.stringify([args, ctx.services.team]) } }],
          description: 'For now.',
          _meta: { a: 1 },
        }),
      complete: {
        ticket: async (value: string, ctx: { arguments: object }) => [`${value}!`, JSON.stringify(ctx.arguments)],
      },
    },
    plain: () => 'Hello.',
  },
};
const options = { services: { team: 'red' } };
const server = deskOf({ prompts: [PLAIN, TRIAGE] }, handlers, { options });

describe.each(ERAS)('in the %s era', (era) => {
  test('prompts are listed word for word, on pages where the contract says so', async () => {
    const raw = await connectRaw(server, era);
    const { completions: _, ...triage } = TRIAGE;
    expect(await raw.request('prompts/list')).toMatchObject({ result: { prompts: [PLAIN, triage] } });
    await raw.close();
    const paged = await connectRaw(deskOf({ prompts: [PLAIN, TRIAGE] }, handlers, { options, pageSize: 1 }), era);
    const { result } = (await paged.request('prompts/list')) as { result: { prompts: unknown[]; nextCursor: string } };
    expect(result.prompts).toEqual([PLAIN]);
    const next = await paged.request('prompts/list', { cursor: result.nextCursor });
    expect(next).toMatchObject({ result: { prompts: [triage] } });
    expect(next['result'] as object).not.toHaveProperty('nextCursor');
    await paged.close();
  });

  test('a text, and a whole result, are what the client gets', async () => {
    const raw = await connectRaw(server, era);
    expect(await raw.request('prompts/get', { name: 'plain' })).toMatchObject({
      result: { messages: [{ role: 'user', content: { type: 'text', text: 'Hello.' } }] },
    });
    expect(
      await raw.request('prompts/get', { name: 'Triage it', arguments: { ticket: 'T', team: 'a' } }),
    ).toMatchObject({
      result: {
        description: 'For now.',
        messages: [{ role: 'assistant', content: { text: '[{"ticket":"T","team":"a"},"red"]' } }],
        _meta: { a: 1 },
      },
    });
    await raw.close();
  });

  test.each([
    [{}, '- `ticket` is required'],
    [{ ticket: 'a', other: 'b' }, '- `other` is no argument of it'],
    [{ ticket: 'a', ['x'.repeat(100_000)]: 'b' }, `- \`${'x'.repeat(63)}…\` is no argument of it`],
  ])('wrong arguments are refused in words', async (args, line) => {
    const raw = await connectRaw(server, era);
    expect(await raw.request('prompts/get', { name: 'Triage it', arguments: args })).toMatchObject({
      error: { code: -32602, message: `Invalid arguments for the prompt Triage it:\n${line}` },
    });
    await raw.close();
  });

  test('arguments that are no texts, prompts that are none, and names of JavaScript are refused', async () => {
    const raw = await connectRaw(server, era);
    // The SDK refuses these itself, in words of its own.
    expect(await raw.request('prompts/get', { name: 'Triage it', arguments: { ticket: 1 } })).toHaveProperty('error');
    for (const params of [{ name: 'nobody' }, { name: 'constructor' }, { name: '__proto__' }]) {
      expect(await raw.request('prompts/get', params), params.name).toMatchObject({ error: { code: -32602 } });
    }
    await raw.close();
  });

  test('what goes wrong stays on the server', async () => {
    const failures: FailureInfo[] = [];
    const values = {
      throws: () => {
        throw new Error('hunter2');
      },
      number: () => 1,
      malformed: () => [{ role: 'nobody', content: [] }],
      stub: (_: object, ctx: PromptContext) => ctx.notImplemented(),
    };
    const prompts = Object.keys(values).map((name) => ({ name }));
    const failing = deskOf(
      { prompts },
      { prompts: values },
      {
        options: { services: undefined, onError: (_error, info) => failures.push(info) },
      },
    );
    const raw = await connectRaw(failing, era);
    for (const name of ['throws', 'number', 'malformed']) {
      const answer = await raw.request('prompts/get', { name });
      const info = failures.pop();
      expect(info).toMatchObject({ prompt: name, stage: name === 'throws' ? 'handler' : 'output' });
      expect(answer).toMatchObject({
        error: { code: -32603, message: `The prompt could not be filled in (reference ${info?.reference}).` },
      });
    }
    expect(await raw.request('prompts/get', { name: 'stub' })).toMatchObject({
      error: { code: -32603, message: 'The prompt stub is not implemented yet.' },
    });
    expect(failures).toEqual([]);
    await raw.close();
  });

  test('arguments are completed', async () => {
    const raw = await connectRaw(server, era);
    const complete = (name: string, argument: object, context?: object) =>
      raw.request('completion/complete', { ref: { type: 'ref/prompt', name }, argument, ...(context && { context }) });
    expect(await complete('Triage it', { name: 'tone', value: 'K' })).toMatchObject({
      result: { completion: { values: ['kind'], total: 1, hasMore: false } },
    });
    const context = { arguments: { tone: 'curt', other: '1' } };
    expect(await complete('Triage it', { name: 'ticket', value: 'T' }, context)).toMatchObject({
      result: { completion: { values: ['T!', '{"tone":"curt"}'] } },
    });
    expect(await complete('Triage it', { name: 'team', value: '' })).toMatchObject({
      result: { completion: { values: [] } },
    });
    expect(await complete('Triage it', { name: 'other', value: '' })).toMatchObject({ error: { code: -32602 } });
    expect(await complete('plain', { name: 'other', value: '' })).toMatchObject({ error: { code: -32602 } });
    expect(await complete('nobody', { name: 'other', value: '' })).toMatchObject({ error: { code: -32602 } });
    await raw.close();
  });

  test('they can be mounted on a server that exists', async () => {
    const build = () => {
      const mounted = new McpServer(INFO);
      registerContractPrompts(mounted, [PLAIN, TRIAGE], handlers, options);
      return mounted;
    };
    const raw = await connectRaw({ info: INFO, build }, era);
    expect(await raw.request('prompts/list')).toMatchObject({
      result: {
        prompts: [{ name: 'plain' }, { name: 'Triage it', arguments: [{ name: 'ticket', required: true }, {}, {}] }],
      },
    });
    expect(await raw.request('prompts/get', { name: 'plain' })).toMatchObject({ result: { messages: [{}] } });
    await raw.close();
  });
});

test('a completion handler that fails, or gives no texts, is reported', async () => {
  const failures: FailureInfo[] = [];
  for (const ticket of [() => [1], () => Promise.reject(new Error('hunter2'))]) {
    const own = { get: () => '', complete: { ticket } };
    const failing = deskOf(
      { prompts: [TRIAGE] },
      { prompts: { 'Triage it': own } },
      {
        options: { services: undefined, onError: (_error, info) => failures.push(info) },
      },
    );
    const raw = await connectRaw(failing, 'modern');
    const ref = { type: 'ref/prompt', name: 'Triage it' };
    const answer = await raw.request('completion/complete', { ref, argument: { name: 'ticket', value: '' } });
    expect(answer).toMatchObject({
      error: { code: -32603, message: expect.stringContaining('could not be completed (reference') },
    });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    await raw.close();
  }
  expect(failures).toMatchObject([
    { prompt: 'Triage it', stage: 'output' },
    { prompt: 'Triage it', stage: 'handler' },
  ]);
});

test('a modern HTTP request registers the one prompt that it asks for', async () => {
  const http = await serveHttp(server, { port: 0, handleSignals: false });
  const register = vi.spyOn(McpServer.prototype, 'registerPrompt');
  const answer = await postRaw(http.url, 'prompts/get', { name: 'plain' }, { 'mcp-name': 'plain' });
  expect(await answer.text()).toContain('Hello.');
  expect(register.mock.calls.map(([name]) => name)).toEqual(['plain']);
  expect(await (await postRaw(http.url, 'prompts/list', {})).text()).toContain('Triage it');
  expect(register).toHaveBeenCalledTimes(1);
  register.mockRestore();
  await http.close();
});

import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import type { AuthInfo } from '@modelcontextprotocol/server';
import { describe, expect, test, vi } from 'vitest';
import { serveHttp } from '../../../src/runtime/http.js';
import { servePrompts } from '../../../src/runtime/prompts.js';
import { protectResource } from '../../../src/runtime/protected-resource.js';
import { serveResources } from '../../../src/runtime/resources.js';
import { type ContractServer, createContractServer } from '../../../src/runtime/server.js';
import { serveStdio } from '../../../src/runtime/stdio.js';
import { ERAS, type Era, INFO } from '../support/contract.js';

const RULES = ['desk:rules', 'desk:use'];
const LETTERS = ['desk:letters', 'desk:use'];
const WRITE = ['desk:use', 'desk:write'];

/** One thing of each kind that needs a scope of its own, and one that does not. */
function desk() {
  const listed = vi.fn(() => [{ variables: { id: 'to-the-queen' } }]);
  const completed = vi.fn(() => ['to-the-queen']);
  const read = vi.fn(() => 'secret');
  const server = createContractServer({
    info: INFO,
    tools: [],
    isProtected: true,
    sections: [
      serveResources(
        [
          { name: 'open', uri: 'desk://open' },
          { name: 'rules', uri: 'desk://rules', scopes: RULES },
        ],
        [
          {
            name: 'letter',
            uriTemplate: 'desk://letters/{id}',
            scopes: LETTERS,
            list: true,
            completions: [{ name: 'id', by: 'handler' }],
          },
          { name: 'note', uriTemplate: 'desk://notes/{id}' },
        ],
      ),
      servePrompts([
        {
          name: 'write',
          scopes: WRITE,
          arguments: [{ name: 'letter', required: true }],
          completions: [{ name: 'letter', by: 'handler' }],
        },
        { name: 'greet' },
      ]),
    ],
    handlers: {
      tools: {},
      resources: { open: () => 'open to all', rules: read },
      resourceTemplates: { letter: { read, list: listed, complete: { id: completed } }, note: () => 'a note' },
      prompts: { write: { get: read, complete: { letter: completed } }, greet: () => 'hello' },
    },
    options: { services: undefined },
  });
  return { server, handlers: { listed, completed, read } };
}

interface Served extends AsyncDisposable {
  /** One request without a session, with a token for these scopes. */
  readonly ask: (
    method: string,
    params?: object,
    ...scopes: readonly string[]
  ) => Promise<{ readonly status: number; readonly challenge: string; readonly text: string }>;
}

async function serve(server: ContractServer, era: Era): Promise<Served> {
  const resource = 'https://desk.example/mcp';
  const verifyAccessToken = async (token: string): Promise<AuthInfo> => ({
    token,
    clientId: 'app',
    scopes: Buffer.from(token, 'base64url').toString().split(' '),
    expiresAt: 4_000_000_000,
    resource: new URL(resource),
  });
  const definition = { authorizationServers: ['https://login.example'], scopes: [], required: ['desk:use'] };
  const served = await serveHttp(server, {
    port: 0,
    handleSignals: false,
    ...protectResource(definition, { resource, verifier: { verifyAccessToken } }),
  });
  const modern = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return {
    ask: async (method, params = {}, ...scopes) => {
      const named = params as { name?: string; uri?: string };
      const name = named.name ?? named.uri;
      const response = await fetch(served.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          'mcp-protocol-version': era === 'modern' ? '2026-07-28' : '2025-11-25',
          ...(era === 'modern' && { 'mcp-method': method }),
          ...(era === 'modern' && name !== undefined && { 'mcp-name': name }),
          authorization: `Bearer ${Buffer.from(['desk:use', ...scopes].join(' ')).toString('base64url')}`,
        },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method,
          params: { ...params, ...(era === 'modern' && { _meta: modern }) },
        }),
      });
      const text = await response.text();
      return { status: response.status, challenge: response.headers.get('www-authenticate') ?? '', text };
    },
    [Symbol.asyncDispose]: () => served.close(),
  };
}

const completion = (ref: object, name: string) => ({ ref, argument: { name, value: '' } });

const scoped = [
  ['a resource', 'resources/read', { uri: 'desk://rules' }, RULES],
  ['a resource whose URI is written in another way', 'resources/read', { uri: 'DESK://rules' }, RULES],
  ['what a template stands for', 'resources/read', { uri: 'desk://letters/to-the-queen' }, LETTERS],
  ['a prompt', 'prompts/get', { name: 'write', arguments: { letter: 'to-the-queen' } }, WRITE],
  [
    'the completion of a template',
    'completion/complete',
    completion({ type: 'ref/resource', uri: 'desk://letters/{id}' }, 'id'),
    LETTERS,
  ],
  [
    'the completion of a prompt',
    'completion/complete',
    completion({ type: 'ref/prompt', name: 'write' }, 'letter'),
    WRITE,
  ],
] as const;

describe.each(ERAS)('%s', (era) => {
  test.each(scoped)('%s is refused with all scopes that it needs', async (_, method, params, scopes) => {
    const { server, handlers } = desk();
    await using served = await serve(server, era);
    const others = ['desk:rules', 'desk:letters', 'desk:write'].filter((each) => !scopes.includes(each as never));
    for (const given of [[], others]) {
      const { status, challenge, text } = await served.ask(method, params, ...given);
      expect([status, text]).toEqual([403, expect.not.stringContaining('secret')]);
      expect(challenge).toContain('error="insufficient_scope"');
      expect(challenge).toContain(`scope="${scopes.join(' ')}"`);
      expect(challenge).toContain('resource_metadata="https://desk.example/.well-known/oauth-protected-resource/mcp"');
    }
    for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled();
    const { status, text } = await served.ask(method, params, ...scopes);
    expect([status, text]).toEqual([200, expect.stringMatching(/secret|to-the-queen/)]);
  });

  test.each([
    ['a resource', 'resources/read', { uri: 'desk://open' }, 'open to all'],
    ['what a template stands for', 'resources/read', { uri: 'desk://notes/1' }, 'a note'],
    ['a prompt', 'prompts/get', { name: 'greet' }, 'hello'],
  ] as const)('%s without scopes of its own needs no more than every request', async (_, method, params, answer) => {
    await using served = await serve(desk().server, era);
    const { status, text } = await served.ask(method, params);
    expect([status, text]).toEqual([200, expect.stringContaining(answer)]);
  });

  test('lists tell everybody what the contract has, and only those who may read it what there is of a template', async () => {
    const { server, handlers } = desk();
    await using served = await serve(server, era);
    const resources = await served.ask('resources/list');
    expect(resources.status).toBe(200);
    expect(resources.text).toContain('desk://rules');
    expect(resources.text).not.toContain('to-the-queen');
    expect(handlers.listed).not.toHaveBeenCalled();
    expect((await served.ask('resources/templates/list')).text).toContain('desk://letters/{id}');
    expect((await served.ask('prompts/list')).text).toContain('"write"');
    for (const method of ['resources/list', 'resources/templates/list', 'prompts/list', 'tools/list']) {
      // Scopes are no part of what is served.
      expect((await served.ask(method)).text).not.toMatch(/desk:(?:use|rules|letters|write)/);
    }
    expect((await served.ask('resources/list', {}, 'desk:letters')).text).toContain('desk://letters/to-the-queen');
  });
});

test('on stdio nobody is asked for scopes', async () => {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(desk().server, { transport: far });
  const client = new Client(INFO, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
  await client.connect(near);
  expect(JSON.stringify(await client.readResource({ uri: 'desk://rules' }))).toContain('secret');
  expect(JSON.stringify(await client.listResources())).toContain('to-the-queen');
  const ref = { type: 'ref/prompt', name: 'write' } as const;
  const { completion: found } = await client.complete({ ref, argument: { name: 'letter', value: '' } });
  expect(found.values).toEqual(['to-the-queen']);
  await client.close();
  await handle.close();
});

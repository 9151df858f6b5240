import { McpServer } from '@modelcontextprotocol/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FailureInfo } from '../../src/runtime/failure.js';
import { serveHttp } from '../../src/runtime/http.js';
import type { ResourceDescriptor, TemplateDescriptor } from '../../src/runtime/resource-descriptor.js';
import type { ResourceContext } from '../../src/runtime/resource-handler.js';
import { registerContractResources } from '../../src/runtime/resources.js';
import { ToolFailure } from '../../src/runtime/result.js';
import type { UriVariables } from '../../src/runtime/uri-pattern.js';
import { ERAS, INFO } from './support/contract.js';
import { deskOf } from './support/desk.js';
import { postRaw } from './support/post.js';
import { connectRaw, type RawConnection } from './support/raw.js';

/** With everything that a resource may carry. */
const RULES: ResourceDescriptor = {
  name: 'House rules',
  title: 'House rules',
  description: 'How tickets are answered.',
  uri: 'https://Example.org',
  mimeType: 'text/markdown',
  size: 5,
  annotations: { audience: ['user'], priority: 0.5, lastModified: '2026-07-28' },
  icons: [{ src: 'https://example.org/r.svg', sizes: ['any'], theme: 'dark' }],
  _meta: { 'org.example/tier': 'gold' },
  cache: { ttlMs: 5_000, cacheScope: 'public' },
};
const LOGO: ResourceDescriptor = { name: 'logo', uri: 'desk://logo', mimeType: 'image/png' };
const TICKET: TemplateDescriptor = {
  name: 'ticket',
  title: 'A ticket',
  uriTemplate: 'desk://tickets/{id}{?verbose}',
  mimeType: 'application/json',
  cache: { ttlMs: 100 },
  list: true,
  completions: [
    { name: 'id', by: 'handler' },
    { name: 'verbose', by: ['Yes', 'no', 'yearly'] },
  ],
};
const FILE: TemplateDescriptor = { name: 'file', uriTemplate: 'desk://files/{+path}' };

const handlers = {
  resources: { 'House rules': () => '# Be', logo: async () => new Uint8Array([0, 255, 254]) },
  resourceTemplates: {
    ticket: {
      prefix: 'T',
      read(variables: UriVariables, ctx: ResourceContext) {
        if (variables['id'] === 'gone') return ctx.notFound();
        return ctx.contents([
          { text: JSON.stringify(variables) },
          { blob: new Uint8Array([1]), mimeType: 'x/y', uri: 'desk://other', _meta: { a: 1 } },
        ]);
      },
      list: () => [
        { variables: { id: '1 2' }, title: 'First', size: 3 },
        { variables: { id: '2', verbose: 'yes' }, name: 'second', mimeType: 'text/plain' },
      ],
      complete: {
        id(this: { length: number }, value: string, ctx: { arguments: object }) {
          return Array.from({ length: 250 }, (_, index) => `${value}${index} ${JSON.stringify(ctx.arguments)}`);
        },
      },
    },
    file: ({ path }: UriVariables, ctx: ResourceContext) => `${ctx.uri} ${String(path)}`,
  },
};
const OFFERS = { resources: [LOGO, RULES], templates: [FILE, TICKET] };

afterEach(() => vi.restoreAllMocks());

async function withRaw<Result>(
  server: ReturnType<typeof deskOf>,
  era: (typeof ERAS)[number],
  use: (raw: RawConnection) => Promise<Result>,
): Promise<Result> {
  const raw = await connectRaw(server, era);
  try {
    return await use(raw);
  } finally {
    await raw.close();
  }
}

describe.each(ERAS)('in the %s era', (era) => {
  test('resources and templates are listed word for word, with the instances that handlers know of', async () => {
    await withRaw(deskOf(OFFERS, handlers), era, async (raw) => {
      const { cache: _, ...rules } = RULES;
      expect(await raw.request('resources/list')).toMatchObject({
        result: {
          resources: [
            LOGO,
            rules,
            { name: 'ticket', uri: 'desk://tickets/1%202', title: 'First', size: 3, mimeType: 'application/json' },
            { name: 'second', uri: 'desk://tickets/2?verbose=yes', mimeType: 'text/plain' },
          ],
        },
      });
      const { cache: __, list: ___, completions: ____, ...ticket } = TICKET;
      const { result } = (await raw.request('resources/templates/list')) as { result: { resourceTemplates: unknown } };
      expect(result.resourceTemplates).toStrictEqual([FILE, ticket]);
    });
  });

  test('texts, bytes and whole contents are read, of templates with decoded variables', async () => {
    await withRaw(deskOf(OFFERS, handlers), era, async (raw) => {
      const read = async (uri: string) => ((await raw.request('resources/read', { uri })) as { result: object }).result;
      const hint = (cache: object) => (era === 'modern' ? cache : {});
      expect(await read('https://example.org/')).toMatchObject({
        contents: [{ uri: 'https://Example.org', mimeType: 'text/markdown', text: '# Be' }],
        ...hint({ ttlMs: 5_000, cacheScope: 'public' }),
      });
      expect(await read('https://Example.org')).toMatchObject({ contents: [{ text: '# Be' }] });
      expect(await read('desk://logo')).toMatchObject({
        contents: [{ uri: 'desk://logo', mimeType: 'image/png', blob: 'AP/+' }],
        ...hint({ ttlMs: 0, cacheScope: 'private' }),
      });
      expect(await read('desk://tickets/a%20b%2Fc')).toMatchObject({
        contents: [
          { uri: 'desk://tickets/a%20b%2Fc', mimeType: 'application/json', text: '{"id":"a b/c"}' },
          { uri: 'desk://other', mimeType: 'x/y', blob: 'AQ==', _meta: { a: 1 } },
        ],
        ...hint({ ttlMs: 100, cacheScope: 'private' }),
      });
      expect(await read('desk://tickets/a?verbose=1')).toMatchObject({
        contents: [{ text: '{"id":"a","verbose":"1"}' }, {}],
      });
      expect(await read('desk://files/a/../b/c')).toMatchObject({
        contents: [{ uri: 'desk://files/b/c', text: 'desk://files/b/c b/c' }],
      });
    });
  });

  test.each([
    'desk://tickets/gone',
    'desk://nowhere',
    'desk://tickets/',
    'desk://tickets/a?other=1',
    'desk://tickets/%E0%A4%A',
  ])('what is not there is refused with its URI: %s', async (uri) => {
    await withRaw(deskOf(OFFERS, handlers), era, async (raw) => {
      expect(await raw.request('resources/read', { uri })).toMatchObject({
        error: { code: era === 'modern' ? -32602 : -32002, message: `Resource not found: ${uri}`, data: { uri } },
      });
    });
  });

  test('what goes wrong stays on the server, and is found by its reference', async () => {
    const failures: [unknown, FailureInfo][] = [];
    const onError = (error: unknown, info: FailureInfo): void => void failures.push([error, info]);
    const values = {
      throws: () => {
        throw new Error('hunter2');
      },
      number: () => 1,
      plain: () => ({ contents: [] }),
      broken: (ctx: ResourceContext) => ctx.contents([{ text: 1 as unknown as string }]),
      told: () => {
        throw new ToolFailure('The archive is closed.');
      },
      stub: (ctx: ResourceContext) => ctx.notImplemented(),
    };
    const resources = Object.keys(values).map((name) => ({ name, uri: `desk://${name}` }));
    const server = deskOf({ resources }, { resources: values }, { options: { services: undefined, onError } });
    await withRaw(server, era, async (raw) => {
      for (const name of ['throws', 'number', 'plain', 'broken']) {
        const answer = await raw.request('resources/read', { uri: `desk://${name}` });
        expect(answer, name).toMatchObject({ error: { code: -32603 } });
        expect(JSON.stringify(answer)).not.toContain('hunter2');
        const [error, info] = failures.pop() ?? [];
        expect(error).toBeInstanceOf(Error);
        expect(info).toMatchObject({ resource: name, stage: name === 'throws' ? 'handler' : 'output' });
        expect(answer).toMatchObject({
          error: { message: `The resource could not be read (reference ${info?.reference}).` },
        });
      }
      expect(await raw.request('resources/read', { uri: 'desk://told' })).toMatchObject({
        error: { code: -32603, message: 'The archive is closed.' },
      });
      expect(await raw.request('resources/read', { uri: 'desk://stub' })).toMatchObject({
        error: { code: -32603, message: 'The resource stub is not implemented yet.' },
      });
      expect(failures).toEqual([]);
    });
  });

  test.each([
    ['no list', () => ({})],
    ['no variables', () => [{ id: 1 }]],
    ['variables that make no URI', () => [{ variables: { id: '' } }]],
    ['a malformed entry', () => [{ variables: { id: '1' }, size: 'big' }]],
    ['too many', () => Array.from({ length: 10_001 }, () => ({ variables: { id: '1' } }))],
  ])('a handler that lists %s is reported', async (_, list) => {
    const failures: FailureInfo[] = [];
    const { ticket } = handlers.resourceTemplates;
    const server = deskOf(
      { templates: [TICKET] },
      { resourceTemplates: { ticket: { ...ticket, list } } },
      { options: { services: undefined, onError: (_error, info) => failures.push(info) } },
    );
    await withRaw(server, era, async (raw) => {
      expect(await raw.request('resources/list')).toMatchObject({
        error: { code: -32603, message: expect.stringContaining('The resources could not be listed (reference ') },
      });
      expect(failures).toMatchObject([{ resourceTemplate: 'ticket', stage: 'output' }]);
    });
  });

  test('values are completed by the contract and by handlers, at most a hundred at a time', async () => {
    await withRaw(deskOf(OFFERS, handlers), era, async (raw) => {
      const complete = (uri: string, name: string, value: string, context?: object) =>
        raw.request('completion/complete', {
          ref: { type: 'ref/resource', uri },
          argument: { name, value },
          ...(context && { context }),
        });
      expect(await complete(TICKET.uriTemplate, 'verbose', 'YE')).toMatchObject({
        result: { completion: { values: ['Yes', 'yearly'], total: 2, hasMore: false } },
      });
      const given = { arguments: { verbose: 'no', other: 'x' } };
      const { result } = (await complete(TICKET.uriTemplate, 'id', 'T-', given)) as {
        result: { completion: { values: string[] } };
      };
      expect(result.completion).toMatchObject({ total: 250, hasMore: true });
      expect(result.completion.values).toHaveLength(100);
      expect(result.completion.values[1]).toBe('T-1 {"verbose":"no"}');
      expect(await complete(FILE.uriTemplate, 'path', '')).toMatchObject({
        result: { completion: { values: [], total: 0, hasMore: false } },
      });
      expect(await complete(TICKET.uriTemplate, 'other', '')).toMatchObject({ error: { code: -32602 } });
      expect(await complete('desk://nowhere/{id}', 'id', '')).toMatchObject({ error: { code: -32602 } });
    });
  });

  test('lists are on pages, and a cursor leads from one to the next, be it that the list has changed', async () => {
    let ids = ['a', 'b', 'c'];
    const ticket = { ...handlers.resourceTemplates.ticket, list: () => ids.map((id) => ({ variables: { id } })) };
    const server = deskOf(
      { resources: [LOGO], templates: [TICKET] },
      { resources: handlers.resources, resourceTemplates: { ticket } },
      { pageSize: 2 },
    );
    await withRaw(server, era, async (raw) => {
      const page = async (cursor?: string) => {
        const answer = await raw.request('resources/list', cursor === undefined ? {} : { cursor });
        const { resources, nextCursor } = (answer as { result: { resources: { uri: string }[]; nextCursor?: string } })
          .result;
        return { uris: resources.map(({ uri }) => uri), nextCursor };
      };
      const first = await page();
      expect(first.uris).toEqual(['desk://logo', 'desk://tickets/a']);
      ids = ['new', 'a', 'b', 'c', 'd'];
      const second = await page(first.nextCursor);
      expect(second.uris).toEqual(['desk://tickets/b', 'desk://tickets/c']);
      ids = ['a', 'd'];
      const last = await page(second.nextCursor);
      expect(last).toEqual({ uris: [], nextCursor: undefined });
      const cursor = Buffer.from('tools 1 00000000').toString('base64url');
      for (const bad of ['x', '', '\u0000', cursor, 'a'.repeat(10_000), `${first.nextCursor}=`]) {
        const answer = await raw.request('resources/list', { cursor: bad });
        expect(answer, bad).toMatchObject({ error: { code: -32602, message: 'The cursor is none of this list.' } });
      }
      expect(await raw.request('resources/templates/list', { cursor: first.nextCursor })).toMatchObject({
        error: { code: -32602 },
      });
    });
  });

  test('they can be mounted on a server that exists', async () => {
    const build = () => {
      const server = new McpServer(INFO);
      server.registerResource('own', 'own://x', {}, () => ({ contents: [{ uri: 'own://x', text: 'own' }] }));
      registerContractResources(server, OFFERS.resources, OFFERS.templates, handlers, { services: undefined });
      return server;
    };
    await withRaw({ info: INFO, build }, era, async (raw) => {
      expect(await raw.request('resources/list')).toMatchObject({
        result: { resources: [{ name: 'own' }, LOGO, { name: 'House rules' }, { title: 'First' }, { name: 'second' }] },
      });
      expect(await raw.request('resources/read', { uri: 'desk://tickets/a%20b' })).toMatchObject({
        result: { contents: [{ text: '{"id":"a b"}' }, {}] },
      });
      const ref = { type: 'ref/resource', uri: TICKET.uriTemplate };
      expect(
        await raw.request('completion/complete', { ref, argument: { name: 'verbose', value: 'n' } }),
      ).toMatchObject({ result: { completion: { values: ['no'] } } });
    });
  });
});

test.each([
  [{}, { tools: { listChanged: false } }],
  [{ prompts: [{ name: 'p' }] }, { prompts: { listChanged: false } }],
  [{ resources: [LOGO] }, { resources: { listChanged: false } }],
  [{ resources: [{ ...LOGO, subscribable: true as const }] }, { resources: { listChanged: false, subscribe: true } }],
  [{ templates: [FILE] }, { resources: { listChanged: false } }],
  [{ templates: [TICKET] }, { resources: { listChanged: false }, completions: {} }],
])('capabilities are those that are used: %j', async (offers, capabilities) => {
  await withRaw(deskOf(offers, { ...handlers, prompts: { p: () => '' } }), 'modern', async (raw) => {
    const { result } = (await raw.request('server/discover')) as { result: { capabilities: Record<string, unknown> } };
    const { logging: _, ...declared } = result.capabilities;
    expect(declared).toEqual(capabilities);
  });
});

test('a modern HTTP request registers no more than what it reads', async () => {
  const resources = Array.from({ length: 100 }, (_, index) => ({ name: `r${index}`, uri: `desk://r/${index}` }));
  const own = Object.fromEntries(resources.map(({ name }) => [name, () => name]));
  const server = deskOf({ resources, templates: [FILE] }, { ...handlers, resources: own });
  const http = await serveHttp(server, { port: 0, handleSignals: false });
  const register = vi.spyOn(McpServer.prototype, 'registerResource');
  const one = await postRaw(http.url, 'resources/read', { uri: 'desk://r/7' }, { 'mcp-name': 'desk://r/7' });
  expect(await one.text()).toContain('"text":"r7"');
  expect(register).toHaveBeenCalledTimes(1);
  const all = await postRaw(http.url, 'resources/list', {});
  expect(((await all.json()) as { result: { resources: unknown[] } }).result.resources).toHaveLength(100);
  expect(register).toHaveBeenCalledTimes(1);
  const file = await postRaw(http.url, 'resources/read', { uri: 'desk://files/a' }, { 'mcp-name': 'desk://files/a' });
  expect(await file.text()).toContain('"text":"desk://files/a a"');
  await http.close();
});

test('a missing handler, or a part of one, is refused when the server is made', () => {
  expect(() => deskOf({ resources: [LOGO] }, {})).toThrow('there is no handler for the resource "logo"');
  expect(() => deskOf({ resources: [{ ...LOGO, name: 'toString' }] }, { resources: {} })).toThrow(
    'there is no handler',
  );
  const ticket = { read: () => '', list: () => [], complete: {} };
  expect(() => deskOf({ templates: [TICKET] }, { resourceTemplates: { ticket } })).toThrow(
    'the handler of the resource template "ticket" has no function complete id',
  );
  expect(() => deskOf({ templates: [TICKET] }, { resourceTemplates: { ticket: () => '' } })).toThrow(
    'has no function read',
  );
});

import { InMemoryTransport } from '@modelcontextprotocol/client';
import { McpServer } from '@modelcontextprotocol/server';
import { describe, expect, test, vi } from 'vitest';
import { type ContractClient, createContractClient } from '../../src/runtime/client.js';
import { withOffers } from '../../src/runtime/client-offers.js';
import { ProtocolError } from '../../src/runtime/errors.js';
import type { PromptDescriptor } from '../../src/runtime/prompt-descriptor.js';
import type { ResourceDescriptor, TemplateDescriptor } from '../../src/runtime/resource-descriptor.js';
import type { ContractServer } from '../../src/runtime/server.js';
import type { UriVariables } from '../../src/runtime/uri-pattern.js';
import { reach } from './support/connect.js';
import { ERAS, type Era, INFO } from './support/contract.js';
import { deskOf } from './support/desk.js';

const RULES: ResourceDescriptor = { name: 'rules', uri: 'desk://rules', mimeType: 'text/plain', subscribable: true };
const LOGO: ResourceDescriptor = { name: 'logo', uri: 'desk://logo', title: 'Logo', size: 2 };
const TICKET: TemplateDescriptor = {
  name: 'ticket',
  uriTemplate: 'desk://tickets/{id}{?verbose}',
  list: true,
  completions: [
    { name: 'id', by: 'handler' },
    { name: 'verbose', by: ['yes', 'no'] },
  ],
};
const TRIAGE: PromptDescriptor = {
  name: 'triage',
  arguments: [{ name: 'ticket', title: 'Ticket', required: true }, { name: 'tone' }],
  completions: [{ name: 'tone', by: ['kind', 'curt'] }],
};
const OFFERS = { resources: [LOGO, RULES], templates: [TICKET], prompts: [TRIAGE] };
const TABLES = {
  resources: { logo: LOGO, rules: RULES },
  resourceTemplates: { ticket: TICKET },
  prompts: { triage: TRIAGE },
};

const handlers = {
  resources: { rules: () => 'Be kind.', logo: () => new Uint8Array([0, 255]) },
  resourceTemplates: {
    ticket: {
      read: (variables: UriVariables, ctx: { notFound: () => unknown }) =>
        variables['id'] === 'gone' ? ctx.notFound() : JSON.stringify(variables),
      list: () => ['a b', 'c'].map((id) => ({ variables: { id } })),
      complete: { id: (value: string, ctx: { arguments: object }) => [`${value}1`, JSON.stringify(ctx.arguments)] },
    },
  },
  prompts: { triage: (args: object) => JSON.stringify(args) },
};
const server = deskOf(OFFERS, handlers);

async function clientOf(of: ContractServer, era: Era, carrier: 'memory' | 'http' = 'memory') {
  const { transport, stop } = await reach(of, carrier);
  const plain = await createContractClient<object>({ info: INFO, tools: {} }, transport, { era });
  const client = withOffers<object, ContractClient<object>, Record<string, Record<string, AnyMethods>>>(plain, TABLES);
  return {
    client,
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await stop();
    },
  };
}

/** The methods of any kind; a generated client has types of its own. */
interface AnyMethods {
  readonly uri: (variables: object) => string;
  readonly read: (...args: readonly unknown[]) => Promise<{ text: string; bytes?: Uint8Array }>;
  readonly list: () => Promise<readonly { variables: object }[]>;
  readonly get: (args?: object) => Promise<{ messages: readonly { content: unknown }[] }>;
  readonly complete: Record<string, (value: string, others?: object) => Promise<object>>;
  readonly onUpdated: (callback: () => void) => Promise<{ stop: () => Promise<void>; ended: Promise<string> }>;
}

describe.each(ERAS.flatMap((era) => (['memory', 'http'] as const).map((carrier) => [era, carrier] as const)))(
  '%s over %s',
  (era, carrier) => {
    test('reads, lists, completes and fills in', async () => {
      await using connection = await clientOf(server, era, carrier);
      const { resources, resourceTemplates, prompts, readResource } = connection.client;
      expect(await resources?.['rules']?.read()).toMatchObject({ text: 'Be kind.', bytes: undefined });
      expect((await resources?.['logo']?.read())?.bytes).toEqual(new Uint8Array([0, 255]));
      const ticket = resourceTemplates?.['ticket'];
      expect(ticket?.uri({ id: 'a/b', verbose: undefined })).toBe('desk://tickets/a%2Fb');
      expect((await ticket?.read({ id: 'a/b', verbose: 'yes' }))?.text).toBe('{"id":"a/b","verbose":"yes"}');
      expect((await ticket?.list())?.map(({ variables }) => variables)).toEqual([{ id: 'a b' }, { id: 'c' }]);
      expect(await ticket?.complete['id']?.('T', { verbose: 'no', id: undefined })).toEqual({
        values: ['T1', '{"verbose":"no"}'],
        total: 2,
        hasMore: false,
      });
      expect(await prompts?.['triage']?.get({ ticket: 'T', tone: undefined })).toMatchObject({
        messages: [{ content: { text: '{"ticket":"T"}' } }],
      });
      expect(await prompts?.['triage']?.complete['tone']?.('C')).toMatchObject({ values: ['curt'] });
      expect((await readResource({ uri: 'desk://tickets/x' })).text).toBe('{"id":"x"}');
      expect((await readResource('desk://rules')).text).toBe('Be kind.');
    });

    test('rejects as calls of tools do', async () => {
      await using connection = await clientOf(server, era, carrier);
      const { resourceTemplates, prompts, readResource } = connection.client;
      const missing = resourceTemplates?.['ticket']?.read({ id: 'gone' });
      await expect(missing).rejects.toThrow(ProtocolError);
      await expect(missing).rejects.toMatchObject({ code: -32602, data: { uri: 'desk://tickets/gone' } });
      await expect(resourceTemplates?.['ticket']?.read({ id: '' })).rejects.toThrow(TypeError);
      await expect(prompts?.['triage']?.get()).rejects.toThrow('`ticket` is required');
      const aborted = readResource('desk://rules', { signal: AbortSignal.abort(new Error('enough')) });
      await expect(aborted).rejects.toThrow('enough');
    });

    test('compares all sections with the contract, on pages too; listed instances are no difference', async () => {
      const none = { added: [], removed: [], changed: [] };
      await using same = await clientOf(deskOf(OFFERS, handlers, { pageSize: 1 }), era, carrier);
      expect(await same.client.verifyContract()).toEqual({
        ...{ matches: true, ...none },
        ...{ resources: none, resourceTemplates: none, prompts: none },
      });
      const { list: _, ...unlisted } = TICKET;
      const changed = deskOf(
        {
          resources: [
            { ...LOGO, size: 3 },
            { name: 'new', uri: 'desk://new' },
          ],
          templates: [{ ...unlisted, mimeType: 'a/b' }],
          prompts: [{ ...TRIAGE, arguments: [{ name: 'ticket' }] }, { name: 'other' }],
        },
        {
          ...handlers,
          resources: { ...handlers.resources, new: () => '' },
          prompts: { ...handlers.prompts, other: () => '' },
        },
      );
      await using other = await clientOf(changed, era, carrier);
      expect(await other.client.verifyContract()).toMatchObject({
        matches: false,
        resources: {
          added: ['desk://new'],
          removed: ['desk://rules'],
          changed: [{ key: 'desk://logo', fields: [{ field: 'size', expected: 2, actual: 3 }] }],
        },
        resourceTemplates: { added: [], removed: [], changed: [{ fields: [{ field: 'mimeType', actual: 'a/b' }] }] },
        prompts: { added: ['other'], removed: [], changed: [{ key: 'triage' }] },
      });
    });
  },
);

describe('changes', () => {
  /** A server of the SDK that says when something has changed, as those of contracts do that are told to. */
  async function changing(era: Era) {
    const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
    const [near, far] = InMemoryTransport.createLinkedPair();
    const servers: McpServer[] = [];
    const handle = serveStdio(
      () => {
        const made = new McpServer(INFO, {
          capabilities: { resources: { subscribe: true, listChanged: true }, prompts: {} },
        });
        made.registerResource('rules', 'desk://rules', {}, () => ({ contents: [] }));
        made.server.setRequestHandler('resources/subscribe', () => ({}));
        made.server.setRequestHandler('resources/unsubscribe', () => ({}));
        servers.push(made);
        return made;
      },
      { transport: far },
    );
    const plain = await createContractClient<object>({ info: INFO, tools: {} }, near, { era });
    const client = withOffers<object, ContractClient<object>, Record<string, Record<string, AnyMethods>>>(
      plain,
      TABLES,
    );
    const update = async () => {
      for (const each of servers)
        if (each.isConnected()) await each.server.sendResourceUpdated({ uri: 'desk://rules' });
    };
    return { client, servers, update, close: () => handle.close() };
  }

  test.each(ERAS)('subscribers of a resource are told, each once, until they have heard enough (%s)', async (era) => {
    const { client, update, close } = await changing(era);
    const [one, two] = [vi.fn(), vi.fn()];
    const first = await client.resources?.['rules']?.onUpdated(one);
    const second = await client.resources?.['rules']?.onUpdated(two);
    await update();
    await vi.waitFor(() => expect(two).toHaveBeenCalledTimes(1));
    expect(one).toHaveBeenCalledTimes(1);
    await first?.stop();
    expect(await first?.ended).toBe('local');
    await update();
    await vi.waitFor(() => expect(two).toHaveBeenCalledTimes(2));
    expect(one).toHaveBeenCalledTimes(1);
    await close();
    expect(await second?.ended).not.toBe('local');
    await client.close();
  });

  test.each(ERAS)('a new list is told of (%s)', async (era) => {
    const { client, servers, close } = await changing(era);
    const callback = vi.fn();
    const subscription = await client.onListChanged('resources', callback);
    for (const each of servers) if (each.isConnected()) await each.server.sendResourceListChanged();
    await vi.waitFor(() => expect(callback).toHaveBeenCalledTimes(1));
    await subscription.stop();
    await client.close();
    await close();
  });

  test('a server that tells of nothing says so, and may be asked again', async () => {
    await using connection = await clientOf(deskOf({ prompts: [TRIAGE] }, handlers), 'modern');
    for (let time = 0; time < 2; time++) {
      await expect(connection.client.onListChanged('prompts', () => undefined)).rejects.toThrow(
        'the server tells nobody of changes of the list prompts',
      );
    }
  });
});

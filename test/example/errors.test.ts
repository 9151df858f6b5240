import { InMemoryTransport } from '@modelcontextprotocol/client';
import { describe, expect, test } from 'vitest';
import { ProtocolError, ToolError, ValidationError } from '../../generated/client/index.js';
import { createContractClient } from '../../generated/runtime/client.js';
import { handlers } from '../../generated/server/handlers.js';
import { createServer, serveStdio } from '../../generated/server/index.js';
import { deskServices, ERAS, openDesk } from './support/desk.js';

describe.each(ERAS)('%s', (era) => {
  test.each([
    ['getTicket', { id: 'TCK-9' }, 'There is no ticket TCK-9. Find its id with search_tickets.'],
    ['listComments', { ticketId: 'TCK-9' }, 'There is no ticket TCK-9. Find its id with search_tickets.'],
    [
      'createTicket',
      { customerId: 'CUS-9', subject: 'x', body: 'x' },
      'There is no customer CUS-9. Find the id with find_customer.',
    ],
  ] as const)('%s tells what is missing and where to find it', async (method, input, message) => {
    await using desk = await openDesk(era);
    const call: (input: never) => Promise<unknown> = desk.tools[method];
    const error = await call(input as never).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ToolError);
    expect(error).toMatchObject({ message, text: message });
  });

  test('bad input is not sent', async () => {
    await using desk = await openDesk(era);
    const error = await desk.tools.getTicket({ id: '1001' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ tool: 'get_ticket', side: 'input', issues: [{ pointer: '/id' }] });
  });

  test('the server checks input that did not come from this client', async () => {
    await using desk = await openDesk(era);
    const answer = await desk.client.raw.callTool({ name: 'create_ticket', arguments: { subject: 'x', rush: true } });
    expect(answer.isError).toBe(true);
    expect(answer.content).toMatchObject([{ text: expect.stringContaining('Invalid arguments for create_ticket:') }]);
  });

  test('a handler that breaks tells the caller nothing', async () => {
    const services = await deskServices({
      list: () => Promise.reject(new Error('cannot open /srv/secret')),
      read: () => Promise.resolve(''),
    });
    const failures: unknown[] = [];
    await using desk = await openDesk(era, { services, onError: (error, info) => failures.push([error, info.tool]) });
    const error = await desk.tools.searchArticles({ query: 'x' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ToolError);
    expect(String(error)).toMatch(/^ToolError: The tool failed \(reference [0-9a-f]{8}\)\.$/);
    expect(failures).toEqual([[new Error('cannot open /srv/secret'), 'search_articles']]);
  });

  test('output that breaks the contract is not sent', async () => {
    const services = { ...(await deskServices()), now: () => new Date(NaN) };
    await using desk = await openDesk(era, { services, onError: () => undefined });
    await expect(desk.tools.slaReport({ from: '2026-03-01', to: '2026-03-02' })).rejects.toThrow('The tool failed');
  });
});

test('a call that the protocol refuses is a ProtocolError', async () => {
  const server = createServer(handlers, { services: await deskServices(), environment: {} });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(server, { transport: far });
  const tools = { drop: { name: 'drop_everything', inputSchema: { type: 'object' } } };
  const client = await createContractClient<{ drop: () => Promise<unknown> }>(
    { info: { name: 'stranger', version: '1.0.0' }, tools },
    near,
  );
  const error = await client.tools.drop().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ProtocolError);
  expect(error).toMatchObject({ code: -32602 });
  await client.close();
  await handle.close();
});

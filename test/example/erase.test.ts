import { describe, expect, test } from 'vitest';
import { addComment } from '../../examples/support-desk/comments.js';
import { closeTicket, openTicket } from '../../examples/support-desk/tickets.js';
import { ToolError } from '../../generated/client/index.js';
import { deskServices, ERAS, openDesk } from './support/desk.js';

type Answer = { action: 'accept'; content: { extent: 'everything' | 'contact' } } | { action: 'decline' | 'cancel' };

/** A client whose user gives these answers, one after the other, and what the user saw. */
function user(...answers: readonly Answer[]) {
  const seen: { message: string; requestedSchema: unknown }[] = [];
  const left = [...answers];
  const confirm_erasure = ({ message, requestedSchema }: { message: string; requestedSchema: unknown }): Answer => {
    seen.push({ message, requestedSchema });
    return left.shift() ?? { action: 'cancel' };
  };
  return { seen, options: { answers: { tools: { eraseCustomer: { confirm_erasure } } } } };
}

describe.each(ERAS)('%s', (era) => {
  test('the user is shown what goes, with a choice that has titles and a default', async () => {
    const { seen, options } = user({ action: 'decline' });
    await using desk = await openDesk(era, {}, options);
    await expect(desk.tools.eraseCustomer({ customerId: 'CUS-2' })).rejects.toThrow('Nothing was erased.');
    expect(seen).toEqual([
      {
        message: 'Erase Milo Ortiz <milo@ortiz.example> (CUS-2)? Tickets: 1, comments: 0. It cannot be undone.',
        requestedSchema: {
          type: 'object',
          properties: {
            extent: {
              type: 'string',
              title: 'What to erase',
              oneOf: [
                { const: 'everything', title: 'Name, address, and all texts of the tickets' },
                { const: 'contact', title: 'Name and address; the tickets stay readable' },
              ],
              default: 'everything',
            },
          },
          required: ['extent'],
        },
      },
    ]);
  });

  test('everything goes but ids and dates', async () => {
    await using desk = await openDesk(era, {}, user({ action: 'accept', content: { extent: 'everything' } }).options);
    await desk.tools.addComment({ ticketId: 'TCK-1002', author: 'agent', text: 'Call Milo.' });
    expect(await desk.tools.eraseCustomer({ customerId: 'CUS-2' })).toEqual({
      ...{ outcome: 'erased', extent: 'everything', tickets: 1, comments: 1 },
    });
    const { ticket, customer } = await desk.tools.getTicket({ id: 'TCK-1002' });
    expect(ticket).toMatchObject({ subject: '(erased)', body: '(erased)', closedAt: '2026-03-03T16:00:00.000Z' });
    expect(customer).toMatchObject({ id: 'CUS-2', name: '(erased)', erasedAt: '2026-03-05T12:00:00.000Z' });
    const comments = await desk.tools.listComments({ ticketId: 'TCK-1002', includeInternal: true });
    expect(comments.map(({ id, text }) => [id, text])).toEqual([['CMT-4', '(erased)']]);
    expect(await desk.tools.findCustomer({ email: 'milo@ortiz.example' })).toBeNull();
    expect(await desk.tools.exportTickets()).not.toMatch(/milo/i);
  });

  test('the tickets stay when the user says so', async () => {
    await using desk = await openDesk(era, {}, user({ action: 'accept', content: { extent: 'contact' } }).options);
    await desk.tools.eraseCustomer({ customerId: 'CUS-2' });
    const { ticket, customer } = await desk.tools.getTicket({ id: 'TCK-1002' });
    expect([ticket.subject, customer.name]).toEqual(['Cannot reset my password', '(erased)']);
  });

  test.each(['decline', 'cancel'] as const)('a user who answers with %s keeps everything', async (action) => {
    const services = await deskServices();
    const before = structuredClone(services.store.state);
    await using desk = await openDesk(era, { services }, user({ action }).options);
    const error = await desk.tools.eraseCustomer({ customerId: 'CUS-2' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ToolError);
    expect(services.store.state).toEqual(before);
  });

  test('where nobody can be asked, nothing is erased and a person is', async () => {
    await using desk = await openDesk(era);
    const result = await desk.tools.eraseCustomer({ customerId: 'CUS-2' });
    expect(result).toMatchObject({ outcome: 'handed_over', ticket: { id: 'TCK-1004', priority: 'high' } });
    expect((await desk.tools.getTicket({ id: 'TCK-1002' })).customer.name).toBe('Milo Ortiz');
    // The ticket stands in the way of a second one.
    await expect(desk.tools.eraseCustomer({ customerId: 'CUS-2' })).rejects.toThrow('Close these first: TCK-1004.');
  });

  test('who cannot be erased is not asked about', async () => {
    const { seen, options } = user({ action: 'accept', content: { extent: 'contact' } });
    await using desk = await openDesk(era, {}, options);
    const erase = (customerId: string) => desk.tools.eraseCustomer({ customerId });
    await expect(erase('CUS-9')).rejects.toThrow('There is no customer CUS-9.');
    await expect(erase('CUS-1')).rejects.toThrow('Close these first: TCK-1001, TCK-1003.');
    await erase('CUS-3');
    await expect(erase('CUS-3')).rejects.toThrow('The customer CUS-3 was erased already.');
    const again = desk.tools.createTicket({ customerId: 'CUS-3', subject: 'x', body: 'x' });
    await expect(again).rejects.toThrow('The customer CUS-3 was erased.');
    expect(seen).toHaveLength(1);
  });

  test('what is added while the user thinks is not erased unseen', async () => {
    const services = await deskServices();
    const messages: string[] = [];
    const confirm_erasure = async ({ message }: { message: string }): Promise<Answer> => {
      messages.push(message);
      if (messages.length === 2) return { action: 'decline' };
      await services.store.update((state) => {
        const { id } = openTicket(state, { customerId: 'CUS-2', subject: 'New', body: 'New' }, services.now());
        addComment(state, { ticketId: id, author: 'customer', text: 'Wait!' }, services.now());
        closeTicket(state, id, 'declined', undefined, services.now());
      });
      return { action: 'accept', content: { extent: 'everything' } };
    };
    const answers = { tools: { eraseCustomer: { confirm_erasure } } };
    await using desk = await openDesk(era, { services }, { answers });
    await expect(desk.tools.eraseCustomer({ customerId: 'CUS-2' })).rejects.toThrow('Nothing was erased.');
    expect(messages.map((message) => message.replace(/.*\? /, ''))).toEqual([
      'Tickets: 1, comments: 0. It cannot be undone.',
      'Tickets: 2, comments: 1. It cannot be undone.',
    ]);
    expect((await desk.tools.getTicket({ id: 'TCK-1004' })).customer.name).toBe('Milo Ortiz');
  });
});

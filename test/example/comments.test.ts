import { describe, expect, test } from 'vitest';
import { addComment } from '../../examples/support-desk/comments.js';
import { deskServices, ERAS, openDesk } from './support/desk.js';

describe.each(ERAS)('%s', (era) => {
  test('answers stand below what they answer, at any depth', async () => {
    await using desk = await openDesk(era);
    const add = (text: string, replyTo: string) =>
      desk.tools.addComment({ ticketId: 'TCK-1001', author: 'customer', text, replyTo });
    const first = await add('The new one.', 'CMT-1');
    const second = await add('In Lisbon, that is.', first.id);
    const threads = await desk.tools.listComments({ ticketId: 'TCK-1001' });
    expect(threads).toMatchObject([
      { id: 'CMT-1', replies: [{ id: first.id, replies: [{ id: second.id, replies: [] }] }] },
    ]);
  });

  test('internal comments are only shown to who asks for them', async () => {
    await using desk = await openDesk(era);
    const shown = await desk.tools.listComments({ ticketId: 'TCK-1001' });
    expect(shown).toMatchObject([{ id: 'CMT-1', replies: [] }]);
    const all = await desk.tools.listComments({ ticketId: 'TCK-1001', includeInternal: true });
    expect(all).toMatchObject([{ id: 'CMT-1', replies: [{ id: 'CMT-2', visibility: 'internal' }] }]);
  });
});

test('a public answer of an agent makes the ticket wait, an internal one does not', async () => {
  await using desk = await openDesk('modern');
  const statusAfter = async (visibility: 'public' | 'internal') => {
    await desk.tools.addComment({ ticketId: 'TCK-1003', author: 'agent', text: 'Looking into it.', visibility });
    return (await desk.tools.getTicket({ id: 'TCK-1003' })).ticket.status;
  };
  expect(await statusAfter('internal')).toBe('open');
  expect(await statusAfter('public')).toBe('pending');
});

test('a comment of another ticket cannot be answered', async () => {
  await using desk = await openDesk('modern');
  const input = { ticketId: 'TCK-1003', author: 'agent', text: 'Hello', replyTo: 'CMT-1' } as const;
  await expect(desk.tools.addComment(input)).rejects.toThrow('The ticket TCK-1003 has no comment CMT-1.');
});

test('a ticket has room for as many comments as the contract allows', async () => {
  const services = await deskServices();
  const comment = { ticketId: 'TCK-1003', author: 'customer', text: 'And?' } as const;
  await services.store.update((state) => {
    for (let count = 2; count <= 500; count++) addComment(state, comment, services.now());
  });
  await using desk = await openDesk('modern', { services });
  await expect(desk.tools.addComment(comment)).rejects.toThrow('has no room for another comment');
  expect(await desk.tools.listComments({ ticketId: 'TCK-1003' })).toHaveLength(500);
});

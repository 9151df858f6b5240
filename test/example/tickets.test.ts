import { describe, expect, test } from 'vitest';
import { addComment } from '../../examples/support-desk/comments.js';
import { ToolError } from '../../generated/client/index.js';
import { deskServices, ERAS, NOW, openDesk } from './support/desk.js';

describe.each(ERAS)('%s', (era) => {
  test('a ticket is opened, given to an agent, closed and opened again by its customer', async () => {
    await using desk = await openDesk(era);
    expect(desk.client.era).toBe(era);
    const customer = await desk.tools.findCustomer({ email: 'Milo@Ortiz.example' });
    expect(customer?.id).toBe('CUS-2');
    const created = await desk.tools.createTicket({
      customerId: 'CUS-2',
      subject: 'The export is empty',
      body: 'The ZIP archive has no files in it.',
      priority: 'urgent',
      tags: ['export'],
    });
    expect(created).toEqual({
      id: 'TCK-1004',
      customerId: 'CUS-2',
      subject: 'The export is empty',
      body: 'The ZIP archive has no files in it.',
      status: 'open',
      priority: 'urgent',
      tags: ['export'],
      createdAt: NOW,
      dueAt: '2026-03-05T16:00:00.000Z',
    });
    const assigned = await desk.tools.assignTicket({
      id: created.id,
      assignee: { kind: 'agent', email: 'nora@desk.example' },
    });
    expect(assigned.assignee).toEqual({ kind: 'agent', email: 'nora@desk.example' });
    const closed = await desk.tools.closeTicket({ id: created.id, resolution: 'solved', note: 'Quota was full.' });
    expect(closed).toMatchObject({ status: 'closed', resolution: 'solved', closedAt: NOW });
    await desk.tools.addComment({ ticketId: created.id, author: 'customer', text: 'Still empty.' });
    const { ticket, comments } = await desk.tools.getTicket({ id: created.id });
    expect(ticket.status).toBe('open');
    expect(ticket).not.toHaveProperty('closedAt');
    expect(comments).toBe(2);
  });

  test('a ticket can be taken away from everybody', async () => {
    await using desk = await openDesk(era);
    expect(await desk.tools.assignTicket({ id: 'TCK-1001', assignee: null })).not.toHaveProperty('assignee');
  });

  test('an address that nobody has gives null', async () => {
    await using desk = await openDesk(era);
    expect(await desk.tools.findCustomer({ email: 'nobody@desk.example' })).toBeNull();
  });

  test('merging moves the comments and closes the other ticket', async () => {
    await using desk = await openDesk(era);
    const { ticket, movedComments } = await desk.tools.mergeTickets({ into: 'TCK-1001', from: ['TCK-1003'] });
    expect([ticket.id, movedComments]).toEqual(['TCK-1001', 1]);
    const comments = await desk.tools.listComments({ ticketId: 'TCK-1001' });
    expect(comments.map(({ id }) => id)).toEqual(['CMT-1', 'CMT-3']);
    const merged = await desk.tools.getTicket({ id: 'TCK-1003' });
    expect(merged.ticket).toMatchObject({ status: 'closed', resolution: 'duplicate', mergedInto: 'TCK-1001' });
    await expect(desk.tools.addComment({ ticketId: 'TCK-1003', author: 'customer', text: 'Hello?' })).rejects.toThrow(
      'Comment on TCK-1001 instead.',
    );
  });

  test('a merge with obstacles changes nothing and names them all', async () => {
    await using desk = await openDesk(era);
    const own = await desk.tools.createTicket({ customerId: 'CUS-3', subject: 'Hello', body: 'Hello' });
    const merge = desk.tools.mergeTickets({ into: 'TCK-1001', from: ['TCK-1003', 'TCK-1002', own.id, 'TCK-1001'] });
    const error = await merge.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ToolError);
    expect(error).toMatchObject({
      text: `Nothing was merged. In the way: TCK-1002 (closed), ${own.id} (other_customer), TCK-1001 (itself).`,
      structuredContent: {
        obstacles: [
          { ticket: 'TCK-1002', reason: 'closed' },
          { ticket: own.id, reason: 'other_customer' },
          { ticket: 'TCK-1001', reason: 'itself' },
        ],
      },
    });
    expect((await desk.tools.getTicket({ id: 'TCK-1003' })).ticket.status).toBe('open');
  });

  test('a closed ticket is neither closed nor assigned again', async () => {
    await using desk = await openDesk(era);
    const message = 'The ticket TCK-1002 is closed.';
    await expect(desk.tools.closeTicket({ id: 'TCK-1002', resolution: 'declined' })).rejects.toThrow(message);
    await expect(desk.tools.assignTicket({ id: 'TCK-1002', assignee: null })).rejects.toThrow(message);
  });
});

test('an enterprise customer is answered twice as fast', async () => {
  await using desk = await openDesk('modern');
  const input = { subject: 'Slow', body: 'Everything is slow.', priority: 'urgent' } as const;
  const { dueAt } = await desk.tools.createTicket({ ...input, customerId: 'CUS-1' });
  expect(dueAt).toBe('2026-03-05T14:00:00.000Z');
});

test('changes at the same time do not meet', async () => {
  await using desk = await openDesk('modern');
  const subjects = ['one', 'two', 'three', 'four'];
  const tickets = await Promise.all(
    subjects.map((subject) => desk.tools.createTicket({ customerId: 'CUS-3', subject, body: subject })),
  );
  expect(tickets.map(({ id, subject }) => `${id} ${subject}`)).toEqual([
    'TCK-1004 one',
    'TCK-1005 two',
    'TCK-1006 three',
    'TCK-1007 four',
  ]);
});

test('tickets are not merged into one with more comments than the contract allows', async () => {
  const services = await deskServices();
  await services.store.update((state) => {
    const comment = { ticketId: 'TCK-1001', author: 'agent', text: 'Still at it.' } as const;
    for (let count = 3; count <= 500; count++) addComment(state, comment, services.now());
  });
  await using desk = await openDesk('modern', { services });
  await expect(desk.tools.mergeTickets({ into: 'TCK-1001', from: ['TCK-1003'] })).rejects.toThrow(
    'Nothing was merged. In the way: TCK-1001 (too_many_comments).',
  );
});

import { describe, expect, test, vi } from 'vitest';
import { addComment } from '../../examples/support-desk/comments.js';
import type { Store } from '../../examples/support-desk/store.js';
import { openTicket } from '../../examples/support-desk/tickets.js';
import { TaskCancelledError, ToolError } from '../../generated/client/index.js';
import { gate } from '../runtime/support/gate.js';
import { deskServices, ERAS, openDesk } from './support/desk.js';

const ENDING = { resolution: 'solved', note: 'We close this.' } as const;
const agrees = {
  answers: { tools: { closeIdleTickets: { choose_ending: () => ({ action: 'accept', content: ENDING }) as const } } },
};

/** A desk with three tickets that wait for their customers since three days or more. */
async function idleDesk() {
  const services = await deskServices();
  const long = new Date('2026-02-01T00:00:00.000Z');
  await services.store.update((state) => {
    for (const subject of ['a', 'b']) {
      const { id } = openTicket(state, { customerId: 'CUS-3', subject, body: subject }, long);
      addComment(state, { ticketId: id, author: 'agent', text: 'And?', visibility: 'public' }, long);
    }
  });
  return services;
}

describe.each(ERAS)('%s', (era) => {
  test('closes what waits, tells the customers, and says how far it is', async () => {
    const services = await idleDesk();
    const asked: string[] = [];
    const choose_ending = ({ message }: { message: string }) => {
      asked.push(message);
      return { action: 'accept', content: ENDING } as const;
    };
    await using desk = await openDesk(
      era,
      { services },
      { answers: { tools: { closeIdleTickets: { choose_ending } } } },
    );
    expect(await desk.tools.closeIdleTickets({ days: 3 })).toEqual({
      closed: ['TCK-1001', 'TCK-1004', 'TCK-1005'],
      answered: [],
    });
    expect(asked).toEqual(['Waiting for 3 days or longer: TCK-1001, TCK-1004, TCK-1005. Close them?']);
    const { ticket } = await desk.tools.getTicket({ id: 'TCK-1004' });
    expect(ticket).toMatchObject({ status: 'closed', resolution: 'solved' });
    const comments = await desk.tools.listComments({ ticketId: 'TCK-1004' });
    expect(comments.map(({ text }) => text)).toEqual(['And?', 'We close this.']);
    expect((await desk.tools.getTicket({ id: 'TCK-1003' })).ticket.status).toBe('open');
  });

  test('nobody is asked when nothing waits for so long', async () => {
    await using desk = await openDesk(era);
    expect(await desk.tools.closeIdleTickets()).toEqual({ closed: [], answered: [] });
  });

  test('fails where nobody can be asked, or the user does not want it', async () => {
    const services = await idleDesk();
    await using mute = await openDesk(era, { services });
    await expect(mute.tools.closeIdleTickets({ days: 3 })).rejects.toThrow();
    const choose_ending = () => ({ action: 'decline' }) as const;
    await using desk = await openDesk(
      era,
      { services },
      { answers: { tools: { closeIdleTickets: { choose_ending } } } },
    );
    const error = await desk.tools.closeIdleTickets({ days: 3 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ToolError);
    expect(error).toMatchObject({ text: 'The user does not want it. Nothing was closed.' });
    expect((await desk.tools.getTicket({ id: 'TCK-1001' })).ticket.status).toBe('pending');
  });
});

/** A desk on which closing a ticket waits for the test, from the second one on. */
async function slowDesk() {
  const services = await idleDesk();
  const { opened, open } = gate();
  const update = services.store.update.bind(services.store);
  let changes = 0;
  services.store.update = async (change) => {
    changes += 1;
    if (changes > 1) await opened;
    return update(change);
  };
  return { services, open };
}

test('as a task it is begun, polled, answered, and found again by its id', async () => {
  const { services, open } = await slowDesk();
  await using desk = await openDesk('modern', { services }, { capabilities: { elicitation: { form: {} } } });
  const handle = await desk.client.tasks.closeIdleTickets.start({ days: 3 });
  await vi.waitFor(async () => expect((await handle.status())?.status).toBe('input_required'));
  const asking = await handle.status();
  expect(asking?.inputRequests).toMatchObject({
    choose_ending: { params: { message: 'Waiting for 3 days or longer: TCK-1001, TCK-1004, TCK-1005. Close them?' } },
  });
  await handle.update({ choose_ending: { action: 'accept', content: ENDING } });
  const expected = { status: 'working', statusMessage: expect.stringContaining('TCK-1001 closed') };
  await vi.waitFor(async () => expect(await handle.status()).toMatchObject(expected));
  open();
  const same = desk.client.tasks.closeIdleTickets.resume(handle.taskId ?? '');
  expect(await same.result()).toEqual({ closed: ['TCK-1001', 'TCK-1004', 'TCK-1005'], answered: [] });
});

test('a task that is cancelled leaves no ticket half-closed, and the others alone', async () => {
  const { services, open } = await slowDesk();
  await using desk = await openDesk('modern', { services }, { capabilities: { elicitation: { form: {} } } });
  const handle = await desk.client.tasks.closeIdleTickets.start({ days: 3 });
  const onInput = () => ({ choose_ending: { action: 'accept', content: ENDING } });
  const result = handle.result({ onInput }).catch((reason: unknown) => reason);
  await vi.waitFor(() => expect(services.store.state.tickets[0]?.status).toBe('closed'));
  await handle.cancel();
  open();
  expect(await result).toBeInstanceOf(TaskCancelledError);
  // The change that was under way when the task was cancelled is whole; the next is not begun.
  await vi.waitFor(() => expect(statusOf(services, 'TCK-1004')).toBe('closed'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const last = services.store.state.comments.filter(({ text }) => text === ENDING.note);
  expect(last.map(({ ticketId }) => ticketId)).toEqual(['TCK-1001', 'TCK-1004']);
  expect(statusOf(services, 'TCK-1005')).toBe('pending');
});

test('a ticket that is answered in the last moment stays open', async () => {
  const { services, open } = await slowDesk();
  await using desk = await openDesk('modern', { services }, agrees);
  const result = desk.tools.closeIdleTickets({ days: 3 });
  await vi.waitFor(() => expect(statusOf(services, 'TCK-1001')).toBe('closed'));
  addComment(services.store.state, { ticketId: 'TCK-1005', author: 'customer', text: 'Here I am.' }, services.now());
  open();
  expect(await result).toEqual({ closed: ['TCK-1001', 'TCK-1004'], answered: ['TCK-1005'] });
  expect(statusOf(services, 'TCK-1005')).toBe('open');
});

function statusOf({ store }: { store: Store }, id: string) {
  return store.state.tickets.find((ticket) => ticket.id === id)?.status;
}

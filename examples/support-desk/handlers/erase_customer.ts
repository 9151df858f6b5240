import type { EraseCustomerHandler } from '../../../generated/server/handler.js';
import type { CreateTicketInput } from '../../../generated/tools/create_ticket.js';
import { type Erasable, erasableOf, eraseCustomer } from '../erase.js';
import type { DeskServices } from '../services.js';
import { assignTicket, openTicket } from '../tickets.js';

export const tool = 'erase_customer';

const eraseCustomerHandler: EraseCustomerHandler<DeskServices> = async ({ customerId }, ctx) => {
  const { store, now } = ctx.services;
  const shown = erasableOf(store.state, customerId);
  const answer = await ctx.ask.confirm_erasure({ message: questionOf(shown) });
  if (answer.action === 'unsupported') {
    const ticket = await store.update((state) => {
      const { id } = openTicket(state, requestOf(customerId), now());
      return assignTicket(state, id, { kind: 'team', team: 'security' });
    });
    return { outcome: 'handed_over', ticket };
  }
  if (answer.action !== 'accept') return ctx.error('The user does not want it. Nothing was erased.');
  const { extent } = answer.content;
  return store.update((state) => {
    // Changes that were waiting to be written down come first: only what was agreed to is erased.
    const found = erasableOf(state, customerId);
    if (questionOf(found) !== questionOf(shown)) {
      return ctx.error('Something was added while the user was asked. Nothing was erased.');
    }
    eraseCustomer(state, found, extent, now());
    return { outcome: 'erased' as const, extent, tickets: found.tickets, comments: found.comments };
  });
};

/** Says how much goes. The answer to a question that has changed meanwhile does not count, so this is what is agreed to. */
function questionOf({ customer, tickets, comments }: Erasable): string {
  const { name, email, id } = customer;
  return `Erase ${name} <${email}> (${id})? Tickets: ${tickets}, comments: ${comments}. It cannot be undone.`;
}

const requestOf = (customerId: string): CreateTicketInput => ({
  customerId,
  subject: `Erase ${customerId}`,
  body: 'Somebody wants this customer erased. Ask the customer, then do it where you can be asked.',
  priority: 'high',
  tags: ['erasure'],
});

export default eraseCustomerHandler;

import type { Customer, ErasureExtent } from '../../generated/schemas.js';
import { ToolFailure } from '../../generated/server/index.js';
import { commentsOf, customerOf, type DeskState } from './state.js';

/** What would be erased with a customer. */
export interface Erasable {
  readonly customer: Customer;
  readonly tickets: number;
  readonly comments: number;
}

/** What an erasure would touch. Throws when the customer must not be erased now. */
export function erasableOf(state: DeskState, customerId: string): Erasable {
  const customer = customerOf(state, customerId);
  if (customer.erasedAt !== undefined) throw new ToolFailure(`The customer ${customerId} was erased already.`);
  const tickets = state.tickets.filter((ticket) => ticket.customerId === customerId);
  const unfinished = tickets.flatMap(({ id, status }) => (status === 'closed' ? [] : [id]));
  if (unfinished.length > 0) throw new ToolFailure(`Close these first: ${unfinished.join(', ')}.`);
  const comments = tickets.reduce((sum, { id }) => sum + commentsOf(state, id).length, 0);
  return { customer, tickets: tickets.length, comments };
}

const ERASED = '(erased)';

/** Erases a customer. Entries stay, since ids follow from their number; what they say goes. */
export function eraseCustomer(state: DeskState, { customer }: Erasable, extent: ErasureExtent, now: Date): void {
  Object.assign(customer, {
    name: ERASED,
    email: `erased-${customer.id.toLowerCase()}@desk.example`,
    erasedAt: now.toISOString(),
  } satisfies Partial<Customer>);
  if (extent === 'contact') return;
  for (const ticket of state.tickets) {
    if (ticket.customerId !== customer.id) continue;
    Object.assign(ticket, { subject: ERASED, body: ERASED, tags: [] });
    for (const comment of commentsOf(state, ticket.id)) Object.assign(comment, { text: ERASED });
  }
}

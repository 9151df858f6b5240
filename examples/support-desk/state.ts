import type { Comment, Customer, Ticket } from '../../generated/schemas.js';
import { ToolFailure } from '../../generated/server/index.js';

/** A comment as it is kept: threads are only put together when somebody reads them. */
export type StoredComment = Omit<Comment, 'replies'> & { readonly replyTo?: string };

/** Everything that the desk remembers. Nothing is ever taken out, so the next id follows from the number of entries. */
export interface DeskState {
  readonly customers: Customer[];
  readonly tickets: Ticket[];
  readonly comments: StoredComment[];
}

/** The ticket with this id. Throws what the caller may read. */
export function ticketOf({ tickets }: DeskState, id: string): Ticket {
  const ticket = tickets.find((each) => each.id === id);
  if (ticket === undefined) throw new ToolFailure(`There is no ticket ${id}. Find its id with search_tickets.`);
  return ticket;
}

/** The customer with this id. Throws what the caller may read. */
export function customerOf({ customers }: DeskState, id: string): Customer {
  const customer = customers.find((each) => each.id === id);
  if (customer === undefined) throw new ToolFailure(`There is no customer ${id}. Find the id with find_customer.`);
  return customer;
}

/** The comments of one ticket, the oldest first. */
export function commentsOf({ comments }: DeskState, ticketId: string): readonly StoredComment[] {
  return comments.filter((each) => each.ticketId === ticketId);
}

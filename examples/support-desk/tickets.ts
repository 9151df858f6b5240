import type { Assignee, Resolution, Ticket } from '../../generated/schemas.js';
import { ToolFailure } from '../../generated/server/index.js';
import type { CreateTicketInput } from '../../generated/tools/create_ticket.js';
import { addComment } from './comments.js';
import { dueAt } from './deadline.js';
import { customerOf, type DeskState, ticketOf } from './state.js';

export function openTicket(state: DeskState, input: CreateTicketInput, now: Date): Ticket {
  const { customerId, subject, body, priority = 'normal', tags = [] } = input;
  const { plan, erasedAt } = customerOf(state, customerId);
  if (erasedAt !== undefined) throw new ToolFailure(`The customer ${customerId} was erased.`);
  const ticket: Ticket = {
    id: `TCK-${1001 + state.tickets.length}`,
    customerId,
    subject,
    body,
    status: 'open',
    priority,
    tags,
    createdAt: now.toISOString(),
    dueAt: dueAt(priority, plan, now),
  };
  state.tickets.push(ticket);
  return ticket;
}

/** Gives a ticket to somebody, or to nobody with `null`. */
export function assignTicket(state: DeskState, id: string, assignee: Assignee | null): Ticket {
  const ticket = openTicketOf(state, id);
  if (assignee === null) delete ticket.assignee;
  else ticket.assignee = assignee;
  return ticket;
}

export function closeTicket(
  state: DeskState,
  id: string,
  resolution: Resolution,
  note: string | undefined,
  now: Date,
): Ticket {
  const ticket = openTicketOf(state, id);
  if (note !== undefined) {
    addComment(state, { ticketId: id, author: 'agent', text: note, visibility: 'internal' }, now);
  }
  return Object.assign(ticket, { status: 'closed', resolution, closedAt: now.toISOString() } satisfies Partial<Ticket>);
}

function openTicketOf(state: DeskState, id: string): Ticket {
  const ticket = ticketOf(state, id);
  if (ticket.status !== 'closed') return ticket;
  const where = ticket.mergedInto === undefined ? '' : ` It was merged into ${ticket.mergedInto}.`;
  throw new ToolFailure(`The ticket ${id} is closed.${where}`);
}

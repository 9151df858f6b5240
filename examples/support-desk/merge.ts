import type { Ticket } from '../../generated/schemas.js';
import type { MergeTicketsInput, MergeTicketsOutput } from '../../generated/tools/merge_tickets.js';
import { MAX_COMMENTS } from './comments.js';
import { commentsOf, type DeskState, ticketOf } from './state.js';

/** Why one ticket cannot take part in a merge. */
export interface Obstacle {
  readonly ticket: string;
  readonly reason: 'closed' | 'other_customer' | 'itself' | 'too_many_comments';
}

/** All obstacles at once, so that the caller need not find them one by one. Throws when a ticket does not exist. */
export function obstaclesOf(state: DeskState, { into, from }: MergeTicketsInput): readonly Obstacle[] {
  const target = ticketOf(state, into);
  const obstacles = from.map((id) => obstacleOf(ticketOf(state, id), target));
  const count = [into, ...from].reduce((sum, id) => sum + commentsOf(state, id).length, 0);
  const atTarget: (Obstacle | undefined)[] = [
    target.status === 'closed' ? { ticket: into, reason: 'closed' } : undefined,
    count > MAX_COMMENTS ? { ticket: into, reason: 'too_many_comments' } : undefined,
  ];
  return [...atTarget, ...obstacles].filter((each) => each !== undefined);
}

function obstacleOf(ticket: Ticket, target: Ticket): Obstacle | undefined {
  if (ticket.id === target.id) return { ticket: ticket.id, reason: 'itself' };
  if (ticket.status === 'closed') return { ticket: ticket.id, reason: 'closed' };
  return ticket.customerId === target.customerId ? undefined : { ticket: ticket.id, reason: 'other_customer' };
}

/** Merges tickets that have no obstacles. */
export function mergeTickets(state: DeskState, { into, from }: MergeTicketsInput, now: Date): MergeTicketsOutput {
  let movedComments = 0;
  for (const comment of state.comments) {
    if (!from.includes(comment.ticketId)) continue;
    comment.ticketId = into;
    movedComments++;
  }
  for (const id of from) {
    Object.assign(ticketOf(state, id), {
      status: 'closed',
      resolution: 'duplicate',
      closedAt: now.toISOString(),
      mergedInto: into,
    } satisfies Partial<Ticket>);
  }
  return { ticket: ticketOf(state, into), movedComments };
}

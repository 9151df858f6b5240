import type { Resolution } from '../../generated/schemas.js';
import { addComment, MAX_COMMENTS } from './comments.js';
import { HOUR_MS } from './deadline.js';
import { commentsOf, type DeskState } from './state.js';
import { closeTicket } from './tickets.js';

/** The ids of the tickets that have waited for their customers for some days, the oldest first. */
export function idleTickets(state: DeskState, days: number, now: Date): readonly string[] {
  const before = new Date(now.getTime() - days * 24 * HOUR_MS).toISOString();
  const idle = state.tickets.filter(({ id, status, createdAt }) => {
    const last = commentsOf(state, id).findLast(({ visibility }) => visibility === 'public')?.createdAt ?? createdAt;
    return status === 'pending' && last <= before;
  });
  return idle.map(({ id }) => id);
}

/** How tickets are closed that nobody answers. */
export interface Ending {
  readonly resolution: Resolution;
  readonly note: string;
}

/** Closes a ticket and tells its customer, if it is still idle; `false` when it is not. */
export function closeIdle(
  state: DeskState,
  id: string,
  { days, now }: { readonly days: number; readonly now: Date },
  { resolution, note }: Ending,
): boolean {
  if (!idleTickets(state, days, now).includes(id)) return false;
  const hasRoom = commentsOf(state, id).length < MAX_COMMENTS;
  if (hasRoom) addComment(state, { ticketId: id, author: 'agent', text: note, visibility: 'public' }, now);
  closeTicket(state, id, resolution, undefined, now);
  return true;
}

import type { Ticket, TicketPage } from '../../generated/schemas.js';
import { ToolFailure } from '../../generated/server/index.js';
import type { SearchTicketsInput } from '../../generated/tools/search_tickets.js';
import { PRIORITIES } from './deadline.js';
import type { DeskState } from './state.js';

/** One page of the matching tickets, the newest first. */
export function searchTickets({ tickets }: DeskState, input: SearchTicketsInput): TicketPage {
  const { limit = 20, cursor } = input;
  const before = cursor === undefined ? Number.POSITIVE_INFINITY : numberOfCursor(cursor);
  const matches = tickets.filter((ticket) => matchesSearch(ticket, input)).reverse();
  const rest = matches.filter((ticket) => numberOf(ticket.id) < before);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    tickets: page,
    total: matches.length,
    ...(rest.length > limit && last !== undefined && { nextCursor: toCursor(last.id) }),
  };
}

function matchesSearch(ticket: Ticket, { query = '', status, minPriority = 'low', customerId }: SearchTicketsInput) {
  const text = `${ticket.subject} ${ticket.body}`.toLowerCase();
  return (
    words(query).every((word) => text.includes(word)) &&
    (status === undefined || status.includes(ticket.status)) &&
    PRIORITIES.indexOf(ticket.priority) >= PRIORITIES.indexOf(minPriority) &&
    (customerId === undefined || ticket.customerId === customerId)
  );
}

/** The words of a text, in lower case. */
export function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function numberOf(id: string): number {
  return Number(id.slice('TCK-'.length));
}

function toCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function numberOfCursor(cursor: string): number {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!/^TCK-[1-9][0-9]{0,8}$/.test(id)) throw new ToolFailure('This cursor is not one that an earlier page gave.');
  return numberOf(id);
}

import type { Ticket } from '../../generated/schemas.js';

const COLUMNS = [
  'id',
  'customerId',
  'subject',
  'status',
  'priority',
  'tags',
  'createdAt',
  'dueAt',
  'closedAt',
] as const;

/** Tickets as CSV (RFC 4180) with a header line. */
export function toCsv(tickets: readonly Ticket[]): string {
  const rows = tickets.map((ticket) => COLUMNS.map((column) => cell(ticket[column])));
  return [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** Text that a spreadsheet would take for a formula gets an apostrophe in front: customers wrote it. */
function cell(value: string | readonly string[] = ''): string {
  const text = typeof value === 'string' ? value : value.join(' ');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

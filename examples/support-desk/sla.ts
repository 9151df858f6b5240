import type { Priority, SlaFigures, Ticket } from '../../generated/schemas.js';
import { HOUR_MS } from './deadline.js';

/** Figures for each priority over the tickets opened from one day to another (UTC, inclusive). */
export function slaFigures(
  tickets: readonly Ticket[],
  from: string,
  to: string,
  now: Date,
): Readonly<Record<Priority, SlaFigures>> {
  const opened = tickets.filter(({ createdAt }) => createdAt.slice(0, 10) >= from && createdAt.slice(0, 10) <= to);
  const figuresOf = (priority: Priority): SlaFigures => {
    const own = opened.filter((ticket) => ticket.priority === priority);
    return {
      opened: own.length,
      late: own.filter((ticket) => (ticket.closedAt ?? now.toISOString()) > ticket.dueAt).length,
      medianHours: median(own.flatMap(hoursToClose)),
    };
  };
  return { urgent: figuresOf('urgent'), high: figuresOf('high'), normal: figuresOf('normal'), low: figuresOf('low') };
}

function hoursToClose({ createdAt, closedAt }: Ticket): number[] {
  return closedAt === undefined ? [] : [(Date.parse(closedAt) - Date.parse(createdAt)) / HOUR_MS];
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.length === 0 ? null : middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

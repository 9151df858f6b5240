import type { Customer, Priority } from '../../generated/schemas.js';

/** The least urgent first, as in the contract. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const satisfies readonly Priority[];

const HOURS: Readonly<Record<Priority, number>> = { low: 168, normal: 72, high: 24, urgent: 4 };

export const HOUR_MS = 3_600_000;

/** When a ticket that is opened now must be closed. */
export function dueAt(priority: Priority, plan: Customer['plan'], now: Date): string {
  const hours = plan === 'enterprise' ? HOURS[priority] / 2 : HOURS[priority];
  return new Date(now.getTime() + hours * HOUR_MS).toISOString();
}

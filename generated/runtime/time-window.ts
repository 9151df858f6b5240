// Copied by mcpgen from its tested runtime. Do not edit.

import type { TimeWindow } from './workflow.js';

/** Days of the week as `Intl` abbreviates them in English, in their order. */
const DAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * Whether a time lies in the window: `after` belongs to it, `before` does not. A window that ends before it starts spans midnight;
 * the hours behind midnight then belong to the day on which it started.
 */
export function isWithin(
  { after = '00:00', before = '24:00', days, time_zone = 'UTC' }: TimeWindow,
  time: Date,
): boolean {
  const { day, clock } = wallClock(time, time_zone);
  const spansMidnight = before <= after;
  const isBehindMidnight = spansMidnight && clock < before;
  const isInside = spansMidnight ? clock >= after || isBehindMidnight : clock >= after && clock < before;
  const start = isBehindMidnight ? DAYS[(day + 6) % 7] : DAYS[day];
  return isInside && (days === undefined || days.some((each) => each === start));
}

/** What a clock and a calendar on the wall of that zone show. */
function wallClock(time: Date, timeZone: string): { readonly day: number; readonly clock: string } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const day = DAYS.indexOf(parts.get('weekday')?.toLowerCase() ?? '');
  return { day, clock: `${parts.get('hour')}:${parts.get('minute')}` };
}

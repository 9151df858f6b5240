import type { JsonValue } from '../json.js';

const most = 60;

/** A value in a message: as JSON, and no longer than fits into a line. */
export function briefValue(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

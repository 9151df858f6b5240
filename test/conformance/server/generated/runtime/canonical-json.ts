// Copied by mcpgen from its tested runtime. Do not edit.

import { isRecord } from './json.js';

/** JSON text that is the same for all values that are the same JSON, in whatever order their members stand. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isRecord(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}

// Copied by mcpgen from its tested runtime. Do not edit.

import { isRecord } from './json.js';

/**
 * Whether no two items are equal. In time proportional to the size of the array, while comparing each with each other would
 * block the process for seconds over 20,000 objects.
 */
export function hasUniqueItems(items: readonly unknown[]): boolean {
  return new Set(items.map(identity)).size === items.length;
}

/** A string that two JSON values share exactly when JSON Schema calls them equal: the order of members does not count. */
function identity(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isRecord(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}

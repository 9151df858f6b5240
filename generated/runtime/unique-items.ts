// Copied by mcpgen from its tested runtime. Do not edit.

import type { Ajv } from 'ajv';
import { isRecord } from './json.js';

/**
 * Replaces the validator's `uniqueItems`, which compares every object with every other one, by one that takes time in
 * proportion to the size of the array: 20,000 objects would otherwise block the process for seconds.
 */
export function useLinearUniqueItems(ajv: Ajv): void {
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    error: { message: 'must not have the same item twice' },
    validate: (required: boolean, items: readonly unknown[]) =>
      !required || new Set(items.map(identity)).size === items.length,
  });
}

/** A string that two JSON values share exactly when JSON Schema calls them equal: the order of members does not count. */
function identity(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isRecord(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}

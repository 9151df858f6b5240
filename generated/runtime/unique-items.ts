// Copied by mcpgen from its tested runtime. Do not edit.

import { canonicalText } from './json.js';

/**
 * Whether no two items are equal. In time proportional to the size of the array, while comparing each with each other would
 * block the process for seconds over 20,000 objects.
 */
export function hasUniqueItems(items: readonly unknown[]): boolean {
  return new Set(items.map(canonicalText)).size === items.length;
}

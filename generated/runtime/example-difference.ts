// Copied by mcpgen from its tested runtime. Do not edit.

import { isRecord, pointerTo, truncate } from './json.js';
import { isOneOf } from './same-json.js';

/**
 * The first difference between the result that an example shows and another one, in words; undefined when there is none. With
 * `exact` every value counts. Otherwise values may differ within their kind, members may be added, and the items of a list are
 * not compared: what the example shows of an object must be there.
 */
export function difference(shown: unknown, actual: unknown, exact: boolean, at = ''): string | undefined {
  if (Array.isArray(shown) && Array.isArray(actual)) return exact ? itemDifference(shown, actual, at) : undefined;
  if (isRecord(shown) && isRecord(actual)) return memberDifference(shown, actual, exact, at);
  if (exact ? isOneOf([shown], actual) : kindOf(shown) === kindOf(actual)) return undefined;
  return `${place(at)} is ${quote(actual)}, and the example shows ${quote(shown)}`;
}

function itemDifference(shown: readonly unknown[], actual: readonly unknown[], at: string): string | undefined {
  if (shown.length !== actual.length) {
    return `${place(at)} has ${actual.length} items, and the example shows ${shown.length}`;
  }
  for (const [index, item] of shown.entries()) {
    const found = difference(item, actual[index], true, pointerTo(at, index));
    if (found !== undefined) return found;
  }
  return undefined;
}

function memberDifference(
  shown: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  exact: boolean,
  at: string,
): string | undefined {
  for (const [name, value] of Object.entries(shown)) {
    if (!Object.hasOwn(actual, name)) return `${place(pointerTo(at, name))} is missing, and the example shows it`;
    const found = difference(value, actual[name], exact, pointerTo(at, name));
    if (found !== undefined) return found;
  }
  const more = exact ? Object.keys(actual).find((name) => !Object.hasOwn(shown, name)) : undefined;
  return more === undefined ? undefined : `${place(pointerTo(at, more))} is there, and the example does not show it`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function place(pointer: string): string {
  return pointer === '' ? 'it' : pointer;
}

function quote(value: unknown): string {
  return truncate(JSON.stringify(value) ?? 'nothing', 200);
}

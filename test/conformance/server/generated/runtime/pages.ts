// Copied by mcpgen from its tested runtime. Do not edit.

import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { fromBase64Url, toBase64Url } from './base64.js';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/**
 * One page of a list (MCP 2026-07-28, server/utilities/pagination). `keyOf` tells entries apart. The cursor says where the last page
 * ended, by number and by entry, so that nothing is kept between requests, and that a list which has changed goes on behind the same entry.
 * Throws -32602 for a cursor that is none of this list's.
 */
export function pageOf<Item>(
  list: string,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  cursor: string | undefined,
  size = Number.POSITIVE_INFINITY,
): Page<Item> {
  const start = cursor === undefined ? 0 : startOf(list, items, keyOf, cursor);
  const end = start + size;
  const last = items[end - 1];
  if (last === undefined || end >= items.length) return { items: items.slice(start) };
  return { items: items.slice(start, end), nextCursor: toCursor(`${list} ${end} ${hash(keyOf(last))}`) };
}

function startOf<Item>(list: string, items: readonly Item[], keyOf: (item: Item) => string, cursor: string): number {
  const [, name, number = '', mark] = /^(\S+) ([1-9][0-9]{0,8}) ([0-9a-f]{8})$/.exec(fromCursor(cursor)) ?? [];
  if (name !== list) throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'The cursor is none of this list.');
  const isLast = (item: Item | undefined): boolean => item !== undefined && hash(keyOf(item)) === mark;
  const end = Number(number);
  if (isLast(items[end - 1])) return end;
  const moved = items.findIndex(isLast);
  // The entry is gone: as many as have been seen are passed over.
  return moved === -1 ? Math.min(end, items.length) : moved + 1;
}

function toCursor(text: string): string {
  return toBase64Url(new TextEncoder().encode(text));
}

function fromCursor(cursor: string): string {
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(cursor)) return '';
  try {
    return new TextDecoder().decode(fromBase64Url(cursor));
  } catch {
    // A length that no encoded text has.
    return '';
  }
}

/** FNV-1a: it only has to tell neighbours apart. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, '0');
}

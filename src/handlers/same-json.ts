import { isJsonObject, type JsonValue } from '../json.js';

/**
 * True when untrusted data equals a known JSON value, whatever the order of members.
 * It goes no deeper than the known value does, so data of any depth is safe to ask about.
 */
export function sameJson(known: JsonValue | undefined, data: unknown): boolean {
  if (Array.isArray(known)) {
    return (
      Array.isArray(data) && data.length === known.length && known.every((item, index) => sameJson(item, data[index]))
    );
  }
  if (isJsonObject(known)) {
    if (!isJsonObject(data)) return false;
    const names = Object.keys(known);
    return (
      Object.keys(data).length === names.length &&
      names.every((name) => Object.hasOwn(data, name) && sameJson(known[name], data[name]))
    );
  }
  return Object.is(known, data);
}

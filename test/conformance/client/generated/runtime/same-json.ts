// Copied by mcpgen from its tested runtime. Do not edit.

import { isRecord } from './json.js';

/** Whether one of the values equals the given one, as JSON Schema compares: `1.0` is `1`, the order of members does not count. */
export function isOneOf(values: readonly unknown[], value: unknown): boolean {
  return values.some((each) => isSameJson(each, value));
}

/** Members are looked up as own ones only, so that a name such as `constructor` or `valueOf` is a name like any other. */
function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]))
  );
}

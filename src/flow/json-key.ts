import { isJsonObject, type JsonValue } from '../json.js';

/** A text that two JSON values share exactly when JSON Schema calls them equal: the order of members does not count. */
export function jsonKey(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(jsonKey).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${jsonKey(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

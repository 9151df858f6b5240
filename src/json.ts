/** JSON as data: what a manifest holds once it is parsed, and what goes on the wire. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;

/** A JSON object. Built with a null prototype or from own properties only; never read through inherited ones. */
export interface JsonObject {
  [key: string]: JsonValue;
}

/** One step into a JSON document: a member's name or an array index. */
export type JsonPath = readonly (string | number)[];

/** True for a JSON object, that is neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a member of a name stands anywhere in a value. */
export function mentions(value: JsonValue, name: string): boolean {
  if (Array.isArray(value)) return value.some((each) => mentions(each, name));
  if (!isJsonObject(value)) return false;
  return Object.hasOwn(value, name) || Object.values(value).some((each) => mentions(each, name));
}

/** RFC 6901: the JSON pointer of a path, `''` for the root. */
export function toPointer(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** RFC 6901: the member's name or index that one step of a JSON pointer stands for. */
export function fromPointerStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A text that two JSON values share exactly when JSON Schema calls them equal: the order of members does not count. */
export function jsonKey(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(jsonKey).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${jsonKey(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** The types that values are told apart by; `integer` is a number like any other (JSON Schema core, 4.2.1). */
export const valueTypes = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const;
export type ValueType = (typeof valueTypes)[number];

/** The type that a value has. */
export function typeOf(value: JsonValue): ValueType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as Exclude<ValueType, 'null' | 'array'>;
}

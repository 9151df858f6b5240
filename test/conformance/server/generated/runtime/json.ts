// Copied by mcpgen from its tested runtime. Do not edit.

/**
 * The value as JSON text and as what a receiver of that text sees: `undefined` members gone, dates as strings, own
 * enumerable members only. Checking this instead of the original means that what is checked is what is sent.
 *
 * Returns `undefined` for what has no JSON form (`undefined`, a function). Throws what `JSON.stringify` throws: a cycle, a
 * bigint, a value nested too deeply.
 */
export function toWire(value: unknown): { readonly text: string; readonly value: unknown } | undefined {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? undefined : { text, value: JSON.parse(text) };
}

/** Whether the value holds more than `limit` array elements and object members in all. Stops counting there. */
export function hasMoreElementsThan(value: unknown, limit: number): boolean {
  const pending: unknown[] = [value];
  let count = 0;
  while (pending.length > 0) {
    const next = pending.pop();
    if (!isContainer(next)) continue;
    const children: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    count += children.length;
    if (count > limit) return true;
    for (const child of children) if (isContainer(child)) pending.push(child);
  }
  return false;
}

/** One more step of a JSON Pointer (RFC 6901). */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The member names and indices in a JSON Pointer (RFC 6901). */
export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** JSON text that two JSON values share exactly when JSON Schema calls them equal: the order of members does not count. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isRecord(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isContainer(value) && !Array.isArray(value);
}

/** An object's own member; undefined where there is none, or no object. */
export function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The named members of an object, without those that are undefined. */
export function present<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  names: readonly Name[],
): Partial<Pick<Owner, Name>> {
  const found = names.filter((name) => owner[name] !== undefined).map((name) => [name, owner[name]]);
  return Object.fromEntries(found) as Partial<Pick<Owner, Name>>;
}

/** At most `length` UTF-16 code units, never ending in half a surrogate pair. */
export function truncate(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

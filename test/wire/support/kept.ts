import type { HttpAnswer } from './http-wire.js';

/** What earlier answers of a case gave, by the names under which later exchanges have it. */
export type Kept = Readonly<Record<string, string>>;

/** From an answer: `/a/b` is a member of its last message, anything else one of its headers. */
export function keepOf(answer: HttpAnswer, wanted: Kept = {}): Kept {
  return Object.fromEntries(
    Object.entries(wanted).map(([name, place]) => {
      const value = place.startsWith('/') ? memberAt(answer.messages.at(-1), place) : answer.headers[place];
      if (typeof value !== 'string') throw new Error(`there is no text at ${place} in ${answer.text.slice(0, 500)}`);
      return [name, value];
    }),
  );
}

/** The same with every `@name@` replaced, at any depth. */
export function withKept<Value>(value: Value, kept: Kept): Value {
  if (typeof value === 'string') {
    return value.replace(/@(\w+)@/g, (whole, name: string) => kept[name] ?? whole) as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => withKept(each, kept)) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withKept<unknown>(each, kept)])) as Value;
}

function memberAt(message: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), message);
}

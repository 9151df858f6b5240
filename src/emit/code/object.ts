import { type Code, lines, ts } from './code.js';
import { propertyKey } from './literal.js';

/** An object literal whose members are code: one a line, in the order given; what is undefined is left out. */
export function objectCode(members: Readonly<Record<string, Code | undefined>>): Code {
  const printed = Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : [value.text === key ? ts`${value},` : ts`${propertyKey(key)}: ${value},`],
  );
  if (printed.length === 0) return ts`{}`;
  return ts`{
  ${lines(printed)}
}`;
}

/** An array literal of such things, one below the other. */
export function arrayCode(items: readonly Code[]): Code {
  if (items.length === 0) return ts`[]`;
  return ts`[
  ${lines(items.map((item) => ts`${item},`))}
]`;
}

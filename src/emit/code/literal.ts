import type { JsonValue } from '../../json.js';
import { inBrackets } from './brackets.js';
import { Code } from './code.js';

/** A string as a literal. Whatever the text holds, the literal is one line of well-formed source. */
export function stringLiteral(text: string): Code {
  return new Code(quote(text));
}

/** A member's name: bare where JavaScript allows it, quoted otherwise. */
export function propertyKey(name: string): Code {
  return new Code(keyText(name));
}

/** A JSON value as an object literal that evaluates to exactly that value, laid out for reading. */
export function jsonLiteral(value: JsonValue): Code {
  return new Code(print(value, '').trimStart());
}

function print(value: JsonValue, indent: string): string {
  if (typeof value === 'string') return quoteLines(value, indent);
  if (typeof value === 'number') return printNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return inBrackets(
      value.map((item) => print(item, inner).trimStart()),
      'list',
      indent,
      ',',
    );
  }
  const members = Object.entries(value).map(([key, member]) => {
    const text = print(member, inner);
    return `${keyText(key)}:${text.startsWith('\n') ? '' : ' '}${text}`;
  });
  return inBrackets(members, 'object', indent, ',');
}

function printNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a JSON number: ${value}`);
  return Object.is(value, -0) ? '-0' : String(value);
}

function keyText(name: string): string {
  // An object literal gives `__proto__` a meaning of its own; manifests that hold it are refused long before.
  if (name === '__proto__') throw new Error('__proto__ cannot be written as a member');
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : quote(name);
}

/** A text of several lines, one literal a line, so that a diff shows the line that changed. */
function quoteLines(text: string, indent: string): string {
  const parts = text.split(/(?<=\n)(?!\n)/);
  if (parts.length === 1 || text.length < 60) return quote(text);
  return `\n${indent}  ${parts.map(quote).join(` +\n${indent}  `)}`;
}

/** Escapes everything that could end a literal or a line, hide from a reviewer, or not survive UTF-8. */
export const toEscape =
  /['"\\\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e0fff}]/gu;

/** Most texts are plain: nothing of them is in `toEscape`. */
const plain = /^[ !#-&(-[\]-~]*$/;

/** Single quotes, or double ones where those need fewer escapes. */
function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  return mark + escapeSource(text, mark) + mark;
}

/** The text as it may stand between these quotes. Other quotes, and what they give a meaning to, are left as they are. */
export function escapeSource(text: string, mark: "'" | '"' | '`'): string {
  if (plain.test(text)) return text;
  return text.replace(toEscape, (character) => {
    const isQuote = character === "'" || character === '"';
    return isQuote && character !== mark ? character : escapeCharacter(character);
  });
}

function escapeCharacter(character: string): string {
  const short = { "'": "\\'", '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  if (short !== undefined) return short;
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, '0')}`;
}

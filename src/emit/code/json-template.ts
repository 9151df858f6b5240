import type { JsonValue } from '../../json.js';
import { inBrackets } from './brackets.js';
import { Code } from './code.js';
import { toEscape } from './literal.js';

/** A JSON value as its text in a template literal without substitutions, laid out for reading; what is meant is its raw text. */
export function jsonTemplate(value: JsonValue): Code {
  return new Code(`\`${print(value, '')}\``);
}

function print(value: JsonValue, indent: string): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`not a JSON number: ${value}`);
  // JSON.stringify would lose the sign.
  if (Object.is(value, -0)) return '-0';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return inBrackets(
      value.map((item) => print(item, inner)),
      'list',
      indent,
      '',
    );
  }
  const members = Object.entries(value).map(([key, member]) => `${quote(key)}: ${print(member, inner)}`);
  return inBrackets(members, 'object', indent, '');
}

/** Most texts have nothing that JSON or a template gives a meaning to, and nothing that hides. */
const plain = /^[ !#%-[\]-_a-~]*$/;

/** As JSON escapes it, and with everything escaped that would end the template, or hide from a reviewer. */
function quote(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  return JSON.stringify(text)
    .replace(toEscape, (character) => (/['"\\]/.test(character) ? character : escapeUnits(character)))
    .replaceAll('`', '\\u0060')
    .replaceAll('${', '\\u0024{');
}

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

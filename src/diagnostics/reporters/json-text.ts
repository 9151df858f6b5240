import { UNSHOWABLE } from './visible.js';

/**
 * JSON for people and programs, indented, with a line feed at the end. JSON.stringify leaves some characters raw that
 * a terminal obeys (C1 controls) or does not show (bidirectional controls): they are escaped as well.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(UNSHOWABLE, (character) =>
    character === '\n' ? character : unicodeEscape(character),
  );
  return `${text}\n`;
}

function unicodeEscape(character: string): string {
  let escaped = '';
  for (let i = 0; i < character.length; i++) {
    escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}

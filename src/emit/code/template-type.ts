import { Code } from './code.js';
import { escapeSource } from './literal.js';

/** A template literal type: the texts with any string between each two, such as `` `x-${string}` `` for `['x-', '']`. */
export function templateType(texts: readonly string[]): Code {
  const parts = texts.map((text) => escapeSource(text, '`').replaceAll('`', '\\`').replaceAll('$', '\\$'));
  return new Code(`\`${parts.join(`\${string}`)}\``);
}

import { reservedWords } from '../../model/reserved-words.js';
import { Code } from './code.js';

const identifierPattern = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** True when the text can be used as a binding, or as a type's name, in strict ESM TypeScript. */
export function isSafeIdentifier(text: string): boolean {
  return identifierPattern.test(text) && !reservedWords.has(text);
}

/** A binding or type name. The model has made it safe already; this is the backstop, so a failure is a bug of ours. */
export function identifier(text: string): Code {
  if (!isSafeIdentifier(text)) throw new Error(`not a safe identifier: ${JSON.stringify(text)}`);
  return new Code(text);
}

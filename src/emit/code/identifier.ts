import { Code } from './code.js';

const identifierPattern = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Words that TypeScript modules in strict mode refuse as a binding, and globals that a binding would hide. */
const reservedWords = new Set(
  `abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare default delete
  do else enum eval export extends false finally for from function get global if implements import in infer instanceof interface is
  keyof let module namespace never new null number object of out override package private protected public readonly require return
  satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with
  yield Array Error Infinity JSON Map NaN Number Object Promise Record Set String Symbol URL`.split(/\s+/),
);

/** True when the text can be used as a binding, or as a type's name, in strict ESM TypeScript. */
export function isSafeIdentifier(text: string): boolean {
  return identifierPattern.test(text) && !reservedWords.has(text);
}

/** A binding or type name. The model has made it safe already; this is the backstop, so a failure is a bug of ours. */
export function identifier(text: string): Code {
  if (!isSafeIdentifier(text)) throw new Error(`not a safe identifier: ${JSON.stringify(text)}`);
  return new Code(text);
}

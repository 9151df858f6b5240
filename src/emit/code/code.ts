/**
 * Text that is known to be well-formed code. Only the constructors of this folder make one, so a string from a manifest cannot
 * become code by being pasted: `ts` takes no strings, and this class takes none from outside the folder.
 */
export class Code {
  /** For the constructors of this folder only; everything else composes with `ts` and `lines`. */
  constructor(readonly text: string) {}
}

export const nothing = new Code('');

/**
 * Composes code from a template written in this repository and values that are code already.
 * A value of several lines is indented like the line that it stands in.
 */
export function ts(strings: TemplateStringsArray, ...values: readonly Code[]): Code {
  let text = strings[0] ?? '';
  for (const [index, value] of values.entries()) {
    text += indentRest(value.text, currentIndent(text)) + (strings[index + 1] ?? '');
  }
  return new Code(text);
}

/** Joins pieces with line ends; empty pieces vanish. */
export function lines(...pieces: readonly (Code | readonly Code[])[]): Code {
  return join(pieces.flat() as Code[], '\n');
}

/** Joins pieces with an empty line between; empty pieces vanish. */
export function paragraphs(...pieces: readonly (Code | readonly Code[])[]): Code {
  return join(pieces.flat() as Code[], '\n\n');
}

/** Joins pieces on one line. The separator is a constant of this repository. */
export function list(pieces: readonly Code[], separator: ', ' | ' | ' | ' & ' | '; ' | ' ' = ', '): Code {
  return join(pieces, separator);
}

/** The members of a union on lines of their own; what follows a member's first line is indented under it. */
export function alternatives(pieces: readonly Code[]): Code {
  return join(
    pieces.map((piece) => new Code(`| ${indentRest(piece.text, '  ')}`)),
    '\n',
  );
}

function join(pieces: readonly Code[], separator: string): Code {
  return new Code(
    pieces
      .map((piece) => piece.text)
      .filter((text) => text !== '')
      .join(separator),
  );
}

function currentIndent(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return line.slice(0, line.length - line.trimStart().length);
}

function indentRest(text: string, indent: string): string {
  return indent === '' ? text : text.replaceAll(/\n(?!\n)/g, `\n${indent}`);
}

/**
 * How a scalar is spelled so that every reader, of YAML 1.2 and of 1.1, reads the same value: only a text that no
 * version could take for something else stands without quotes.
 */

/** Characters that a person cannot see, or that one of the YAML versions takes for a line end. */
const invisible = /[\p{C}\u2028\u2029]/u;
const invisibles = /[\p{C}\u2028\u2029]/gu;
/** A joiner between two pictures makes one emoji of them; any other one hides. */
const emojiJoiner = /(?<=[\p{Extended_Pictographic}\p{EMod}\u{FE0F}])\u{200D}(?=\p{Extended_Pictographic})/gu;

const plainStart = /^[\p{L}$_/(]/u;
const notPlain = /: |:$| #| $|[^\S ]/;
const notPlainInFlow = /[,[\]{}:]/;
/** Words that YAML 1.1 or 1.2 gives another type, in any case. */
const words = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);

/** A text on one line: plain where nothing can mistake it, in single quotes, or in double quotes with escapes. */
export function inlineText(text: string, inFlow: boolean): string {
  if (hasInvisible(text)) return doubleQuoted(text);
  const plain = plainStart.test(text) && !notPlain.test(text) && !words.has(text.toLowerCase());
  if (plain && !(inFlow && notPlainInFlow.test(text))) return text;
  return text.includes("'") ? doubleQuoted(text) : `'${text}'`;
}

/**
 * How a text of several lines, or of one that is longer than `width`, reads best. `quoted` is the answer wherever a
 * block would not give the same text back, or would hide something at its edges.
 */
export function blockStyle(text: string, width: number): 'inline' | 'literal' | 'folded' | 'quoted' {
  const long = text.length > width;
  if (!text.includes('\n')) {
    if (!long || hasInvisible(text)) return 'inline';
    return /^\S+(?: \S+)+$/.test(text) ? 'folded' : 'inline';
  }
  if (hasInvisible(text.replace(/[\n\t]/g, ''))) return 'quoted';
  return /\S\n?$/.test(text) ? 'literal' : 'quoted';
}

/** A text of several lines in double quotes, one line each, joined again by the escaped line ends. */
export function quotedLines(text: string, indent: string): string {
  const lines = text.split(/(?<=\n)/).map((line) => doubleQuoted(line).slice(1, -1));
  // A reader strips the indentation: a line's own first space must be escaped to survive.
  return `"${lines.map((line, index) => (index > 0 && line.startsWith(' ') ? `\\${line}` : line)).join(`\\\n${indent}`)}"`;
}

/** JSON's string is YAML's double-quoted one, once what JSON leaves unescaped is escaped too. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text)
    .split(emojiJoiner)
    .map((part) => part.replace(invisibles, escaped))
    .join('\u200d');
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * A number: YAML 1.1 wants a point before an exponent, and the compiler refuses integers beyond 2^53 - 1 in digits,
 * which look exact and are not.
 */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
  return text.includes('.') ? text : text.replace('e', '.0e');
}

function hasInvisible(text: string): boolean {
  return invisible.test(text.replace(emojiJoiner, ''));
}

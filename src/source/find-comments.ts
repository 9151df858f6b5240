import { CST, Lexer } from 'yaml';

/** A comment of a YAML text, by its offsets. */
export interface FoundComment {
  readonly start: number;
  readonly end: number;
  /** Something else stands before it on its line. */
  readonly isTrailing: boolean;
  /** The first token after it that is neither a comment nor white space: where it starts, and whether it is the dash of an item. */
  readonly next: { readonly start: number; readonly isDash: boolean } | undefined;
}

/** What the lexer puts in place of a token, to say what comes next or to mark a place: no part of the text. */
const marks: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

const betweenTokens: ReadonlySet<string | null> = new Set(['newline', 'space', 'comma', 'byte-order-mark']);

/**
 * The comments with a word in them. Told apart from scalars by the lexer of the YAML library, so that no text can pass for one.
 * Costs nothing where the text does not have the word.
 */
export function findComments(text: string, word: string): FoundComment[] {
  if (!text.includes(word)) return [];
  const found: { start: number; end: number; isTrailing: boolean; next: FoundComment['next'] }[] = [];
  let waiting: typeof found = [];
  let offset = 0;
  let mark: string | undefined;
  let lineHasToken = false;
  for (const token of new Lexer().lex(text)) {
    const isScalar = mark === CST.SCALAR;
    mark = !isScalar && marks.has(token) ? token : undefined;
    if (mark !== undefined) continue;
    const type = isScalar ? 'scalar' : CST.tokenType(token);
    const start = offset;
    offset += token.length;
    if (type === 'newline') lineHasToken = false;
    if (betweenTokens.has(type)) continue;
    if (type !== 'comment') {
      lineHasToken = true;
      for (const comment of waiting) comment.next = { start, isDash: type === 'seq-item-ind' };
      waiting = [];
    } else if (token.includes(word)) {
      const comment = { start, end: offset, isTrailing: lineHasToken, next: undefined };
      found.push(comment);
      waiting.push(comment);
    }
  }
  return found;
}

import type { Document, YAMLError } from 'yaml';
import type { SourceFile } from '../diagnostics/source-file.js';
import { openBracketAt, openQuoteAt } from './find-opener.js';

/** A syntax error in words for somebody who writes a manifest: what is wrong, where, and the usual mend. */
export interface SyntaxProblem {
  readonly problem: string;
  readonly start: number;
  readonly end: number;
  readonly help?: string;
}

const sameColumn = 'members of one map start in the same column, and so do the items of one list';
const needsQuotes = 'put the text in quotes, or on the lines below the key as a block scalar (`|`)';

/**
 * The first of the parser's errors; those after it are mostly its consequences. The parser describes its own state
 * ("implicit keys need to be on a single line"); an author needs the cause, which the text around the place tells.
 */
export function explainSyntax(document: Document.Parsed, first: YAMLError, file: SourceFile): SyntaxProblem {
  const { text } = file;
  const conflict = /^(?:<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
  if (conflict !== null) {
    const problem = 'this line is a marker of a merge conflict';
    return { problem, ...lineAt(text, conflict.index), help: 'resolve the conflict and remove the markers' };
  }
  const error = betterOf(first, document.errors);
  const [start, end] = error.pos;
  const { code, message } = error;
  const closer = /end with a ([\]}])$/.exec(message.replace(/\W*$/, (rest) => rest.replace(/\s*:?\s*$/, '')))?.[1];
  if (closer !== undefined) return unclosedBracket(document, start, closer);
  if (message.startsWith('Missing closing')) return unclosedQuote(document, text, start);
  if (message.startsWith('Comments must')) {
    const help = 'put a space before a comment, or the whole text in quotes';
    return { problem: 'a `#` stands right behind another text', start, end: start + 1, help };
  }
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const long = document.errors.find((each) => each.code === 'MULTILINE_IMPLICIT_KEY' && each.pos[0] === start);
      if (message.includes('block sequence') || long !== undefined) return misindented(text, long?.pos[1] ?? start);
      const problem = 'a text without quotes holds `: `, which makes a key of what is before it';
      return { problem, start, end: lineAt(text, start).end, help: needsQuotes };
    }
    case 'MULTILINE_IMPLICIT_KEY':
      return keyOfSeveralLines(text, start);
    case 'BAD_INDENT':
      return misindented(text, start);
    case 'BAD_SCALAR_START': {
      const problem = `a text without quotes cannot start with ${JSON.stringify(text.charAt(start))}`;
      return { problem, start, end: start + 1, help: 'put the text in quotes' };
    }
    case 'BAD_DQ_ESCAPE': {
      const help = 'within double quotes a backslash is written `\\\\`; single quotes take it as it is';
      return { problem: lowerFirst(message), start, end: start + 2, help };
    }
    case 'MISSING_CHAR':
      if (message.startsWith('Sequence item')) return misindented(text, start);
      if (message.startsWith('Implicit map keys')) return keyOfSeveralLines(text, start);
      break;
    case 'UNEXPECTED_TOKEN': {
      if (message.includes('at node end')) {
        const problem = 'text follows behind the end of a quoted text or a bracket';
        return { problem, start, end: lineAt(text, start).end, help: 'put the whole text in quotes' };
      }
      const help =
        'between brackets, members are separated by `,`; a text with brackets, quotes, `: ` or ` #` needs quotes';
      return { problem: 'this is not expected here', start, end: Math.max(end, start + 1), help };
    }
    default:
  }
  return { problem: lowerFirst(message), start, end };
}

/** Where a comma is missing, the parser first complains about the whole that this leads to. */
function betterOf(first: YAMLError, all: readonly YAMLError[]): YAMLError {
  if (first.code !== 'BLOCK_IN_FLOW') return first;
  return all.find(({ code, pos }) => code === 'UNEXPECTED_TOKEN' && pos[0] >= first.pos[0]) ?? first;
}

function unclosedBracket(document: Document.Parsed, at: number, closer: string): SyntaxProblem {
  const opener = closer === ']' ? '[' : '{';
  const start = openBracketAt(document, at, opener) ?? at;
  const help = `close it with \`${closer}\`; all lines in between are indented further than the one with \`${opener}\``;
  return { problem: `this \`${opener}\` is not closed`, start, end: start + 1, help };
}

function unclosedQuote(document: Document.Parsed, text: string, at: number): SyntaxProblem {
  const start = openQuoteAt(document, at) ?? at;
  const problem = `the quote that starts here is not closed`;
  return { problem, start, end: lineAt(text, start).end, help: `close it with \`${text.charAt(start)}\`` };
}

function misindented(text: string, at: number): SyntaxProblem {
  return { problem: 'this line is indented differently from those around it', ...lineAt(text, at), help: sameColumn };
}

/** What the parser takes for a key over several lines is a key whose own line lacks something. */
function keyOfSeveralLines(text: string, at: number): SyntaxProblem {
  const { end } = lineAt(text, at);
  const line = text.slice(at, end);
  const tight = /^([\w$-]+):(\S.*)$/.exec(line);
  if (tight !== null) {
    const [, key = '', rest = ''] = tight;
    const help = `write \`${key}: ${rest.slice(0, 60)}\``;
    return { problem: 'a space is missing after the colon', start: at, end: at + key.length + 1, help };
  }
  const above = text.slice(0, at).trimEnd();
  if (/:[ \t]*[|>][-+0-9]*$/.test(above)) {
    const help = 'indent the text further than its key';
    return { problem: 'the text of a block scalar starts here, and is not indented', start: at, end, help };
  }
  const help = `a key ends with a colon, as in \`inputSchema:\`; ${needsQuotes.replace('the text', 'a text of several lines')}`;
  return { problem: 'this is neither a key nor a text: a colon is missing, or quotes are', start: at, end, help };
}

/** The text of a line without its indentation; of an empty line its end. */
function lineAt(text: string, offset: number): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.slice(lineStart).search(/\r?\n/);
  const end = found === -1 ? text.length : lineStart + found;
  const indent = text.slice(lineStart, end).search(/\S/);
  return { start: indent === -1 ? end : lineStart + indent, end };
}

function lowerFirst(text: string): string {
  const bare = text.replace(/\s*:?\s*$/, '');
  return /^[A-Z][a-z]/.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
}

import type { Span } from '../diagnostic.js';
import type { SourceFile } from '../source-file.js';
import { display } from './display.js';
import { trimmed } from './range.js';

/** A line of a code frame. A mark stands below the source line that it underlines. */
export interface FrameLine {
  readonly kind: 'source' | 'mark' | 'gap';
  /** Line number, or spaces of the same width. */
  readonly gutter: string;
  readonly text: string;
}

/** Lines shown before and after the span. */
const CONTEXT = 2;
/** Of a longer span, so many lines at its start, and its last one. */
const HEAD = 3;
/** Longer lines are cut to a window of so many code units around the start of the span. */
const WINDOW = 120;
const BEFORE_TOKEN = 40;

/** The lines around a span, with carets under exactly its text. Always safe to print on a terminal. */
export function codeFrame(span: Span): FrameLine[] {
  const { file, start, end } = trimmed(span);
  const first = file.positionAt(start).line;
  const last = file.positionAt(Math.max(start, end - 1)).line;
  const top = Math.max(1, first - CONTEXT);
  const bottom = Math.max(last, Math.min(last + CONTEXT, lastLineWithText(file)));
  const from = windowStart(file, start, end);
  const width = String(bottom).length;

  const lines: FrameLine[] = [];
  for (let line = top; line <= bottom; line++) {
    if (line === first + HEAD && last > first + HEAD) {
      lines.push({ kind: 'gap', gutter: ' '.repeat(width), text: '' });
      line = last;
    }
    const text = file.lineText(line);
    lines.push({ kind: 'source', gutter: String(line).padStart(width), text: cut(text, from) });
    if (line < first || line > last) continue;
    const mark = carets(file, line, text, { start, end, from });
    if (mark !== undefined) lines.push({ kind: 'mark', gutter: ' '.repeat(width), text: mark });
  }
  return lines;
}

/** The empty line after the last line end is shown only when the span is there. */
function lastLineWithText(file: SourceFile): number {
  const count = file.lineStarts.length;
  return count > 1 && file.lineText(count) === '' ? count - 1 : count;
}

/** The first column (from 0) that is shown, the same for all lines of a frame, so that they stay aligned. */
function windowStart(file: SourceFile, start: number, end: number): number {
  const { line, column } = file.positionAt(start);
  const text = file.lineText(line);
  const tokenEnd = Math.min(column - 1 + end - start, text.length);
  if (tokenEnd <= WINDOW) return 0;
  return column - 1 <= BEFORE_TOKEN ? 0 : column - 1 - BEFORE_TOKEN;
}

function cut(text: string, from: number): string {
  if (text.length <= from) return '';
  const shown = display(piece(text, from, from + WINDOW)).text;
  return `${from > 0 ? '…' : ''}${shown}${text.length > from + WINDOW ? '…' : ''}`;
}

/** A slice that does not tear the two halves of a character apart. */
function piece(text: string, from: number, to: number): string {
  return text.slice(wholeCharacter(text, from), wholeCharacter(text, to));
}

function wholeCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const before = text.charCodeAt(index - 1);
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? index + 1 : index;
}

function carets(
  file: SourceFile,
  line: number,
  text: string,
  { start, end, from }: { start: number; end: number; from: number },
): string | undefined {
  const lineStart = file.lineStarts[line - 1] ?? 0;
  const isFirst = lineStart <= start;
  const indent = text.length - text.trimStart().length;
  const markStart = isFirst ? start - lineStart : indent;
  const markEnd = Math.min(end - lineStart, text.length, from + WINDOW);
  // A later line of the span, blank or left of the window, has nothing to underline.
  if (!isFirst && markEnd <= Math.max(markStart, from)) return undefined;
  const before = display(piece(text, from, Math.max(from, markStart))).width;
  const through = display(piece(text, from, Math.max(markStart, markEnd))).width;
  return ' '.repeat((from > 0 ? 1 : 0) + before) + '^'.repeat(Math.max(1, through - before));
}

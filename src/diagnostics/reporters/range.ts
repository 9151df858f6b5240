import type { Span } from '../diagnostic.js';
import type { Position } from '../source-file.js';

/** Lines and columns from 1; the end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where a span is, for people and other programs. */
export function rangeOf({ file, start, end }: Span): Range {
  return { start: file.positionAt(start), end: file.positionAt(end) };
}

/**
 * A span without the white space at its end. YAML's own ranges of blocks reach over the line end and the blank lines
 * after it, which nobody wants to see marked. Offsets outside the file are moved to its ends.
 */
export function trimmed({ file, start, end }: Span): Span {
  const from = Math.min(Math.max(0, start), file.text.length);
  const token = file.text.slice(from, end);
  const rest = token.trimEnd();
  return { file, start: from, end: from + (rest === '' ? token : rest).length };
}

/** A path as seen from the folder where the command was run; `folder` leads from there to the project. */
export function pathFrom(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

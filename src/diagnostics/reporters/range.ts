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

/** A path as seen from the folder where the command was run; `folder` leads from there to the project. */
export function pathFrom(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

import type { Span } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source-file.js';
import type { JsonPath, JsonValue } from '../json.js';
import { findComments } from './find-comments.js';
import { PlaceMap, type PlaceRecord } from './place-map.js';

/** Which token of a member a finding points at. */
export type LocateTarget = 'key' | 'value';

/** A comment, and what it is about. */
export interface Comment {
  readonly span: Span;
  /** At the end of a line that line; above a key or an item all of that; undefined where nothing follows. */
  readonly scope: Span | undefined;
}

/** A parsed file without its text, as plain data. */
export interface SourceRecord {
  readonly value: JsonValue;
  readonly places: PlaceRecord;
}

/** One parsed file: its value as JSON, and the way from a path in that value to a place in the text. */
export class SourceDoc {
  readonly #places: PlaceMap;

  constructor(
    readonly file: SourceFile,
    readonly value: JsonValue,
    places: PlaceMap,
  ) {
    this.#places = places;
  }

  /** The document that gave a record, of a file with the same text. */
  static from(file: SourceFile, { value, places }: SourceRecord): SourceDoc {
    return new SourceDoc(file, value, PlaceMap.from(places));
  }

  toRecord(): SourceRecord {
    return { value: this.value, places: this.#places.toRecord() };
  }

  /** Where the value (or, with `key`, the member's name) at a path stands. A path that ends in nothing gives its nearest parent. */
  locate(path: JsonPath, target: LocateTarget = 'value'): Span {
    const { value, name } = this.#places.find(path);
    const span = trimmedSpan(this.file, ...(target === 'key' && name !== undefined ? name : value));
    // A value that was left out has no text of its own.
    return span.start === span.end && name !== undefined ? trimmedSpan(this.file, ...name) : span;
  }

  /** The comments that have a word in them. Costs nothing where the file does not have it. */
  comments(word: string): readonly Comment[] {
    const { file } = this;
    return findComments(file.text, word).map(({ start, end, isTrailing, next }): Comment => {
      const span = { file, start, end };
      if (isTrailing) {
        const lineStart = start - file.positionAt(start).column + 1;
        return { span, scope: { file, start: lineStart, end } };
      }
      const range = next === undefined ? undefined : this.#places.rangeFrom(next.start, next.isDash);
      return { span, scope: range === undefined ? undefined : { file, start: range[0], end: range[1] } };
    });
  }
}

/** A block collection's range runs on through the line end after it; nobody wants that underlined. */
export function trimmedSpan(file: SourceFile, start: number, end: number): Span {
  let last = end;
  while (last > start && /\s/.test(file.text.charAt(last - 1))) last--;
  return { file, start, end: last };
}

import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Span } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source-file.js';
import type { JsonPath, JsonValue } from '../json.js';

/** Which token of a member a finding points at. */
export type LocateTarget = 'key' | 'value';

/** One parsed file: its value as JSON, and the way from a path in that value to a place in the text. */
export class SourceDoc {
  readonly #document: Document.Parsed;

  constructor(
    readonly file: SourceFile,
    readonly value: JsonValue,
    document: Document.Parsed,
  ) {
    this.#document = document;
  }

  /** Where the value (or, with `key`, the member's name) at a path stands. A path that ends in nothing gives its nearest parent. */
  locate(path: JsonPath, target: LocateTarget = 'value'): Span {
    let node: Node | null = this.#document.contents;
    let key: Node | undefined;
    for (const step of path) {
      const container = this.#resolve(node);
      let next: Node | null = null;
      if (isMap(container)) {
        const pair = container.items.find((each) => keyText(each) === String(step));
        if (pair === undefined) break;
        key = pair.key as Node;
        next = pair.value as Node | null;
      } else if (isSeq(container)) {
        key = undefined;
        next = (container.items[Number(step)] as Node | undefined) ?? null;
        if (next === null) break;
      }
      if (next === null) return this.#spanOf(key ?? node);
      node = next;
    }
    const span = this.#spanOf(target === 'key' && key !== undefined ? key : node);
    // A value that was left out has no text of its own.
    return span.start === span.end && key !== undefined ? this.#spanOf(key) : span;
  }

  #resolve(node: Node | null): Node | null {
    return isAlias(node) ? (node.resolve(this.#document) ?? null) : node;
  }

  #spanOf(node: Node | null): Span {
    const [start, end] = node?.range ?? [0, 0];
    return trimmedSpan(this.file, start, end);
  }
}

/** A block collection's range runs on through the line end after it; nobody wants that underlined. */
export function trimmedSpan(file: SourceFile, start: number, end: number): Span {
  let last = end;
  while (last > start && /\s/.test(file.text.charAt(last - 1))) last--;
  return { file, start, end: last };
}

function keyText(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

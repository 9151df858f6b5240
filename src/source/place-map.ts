import type { JsonPath } from '../json.js';

/** A half-open range of offsets in one file. */
export type Range = readonly [start: number, end: number];

/**
 * What one row of the table holds: where the value stands, where its name, how many rows are below it (itself included), and which
 * name it has, or `noName`.
 */
const columns = 6;

/** Of items, and of the root. */
const noName = -1;

/** A place map as plain data, for another thread or another build. */
export interface PlaceRecord {
  readonly rows: Int32Array<ArrayBuffer>;
  readonly names: readonly string[];
}

/**
 * Where every value of a document stands. The parser's own tree would say it too, but takes five hundred bytes a node, and a project
 * has thousands of files: this takes twenty-four. Values are added parents first.
 */
export class PlaceMap {
  #table: Int32Array<ArrayBuffer> = new Int32Array(64 * columns);
  #count = 0;
  /** Each name once: the parser makes a new string wherever it stands. */
  readonly #names = new Map<string, number>();

  /** The map that gave a record. */
  static from({ rows, names }: PlaceRecord): PlaceMap {
    const map = new PlaceMap();
    map.#table = rows;
    map.#count = rows.length / columns;
    for (const name of names) map.#names.set(name, map.#names.size);
    return map;
  }

  toRecord(): PlaceRecord {
    return { rows: this.#table.slice(0, this.#count * columns), names: [...this.#names.keys()] };
  }

  /** Adds a value; give what it returns to `close` when all below it has been added. */
  open(value: Range, name?: string, nameAt: Range = value): number {
    const index = this.#count++;
    if ((index + 1) * columns > this.#table.length) {
      const larger = new Int32Array(this.#table.length * 2);
      larger.set(this.#table);
      this.#table = larger;
    }
    const at = index * columns;
    const table = this.#table;
    [table[at], table[at + 1]] = value;
    [table[at + 2], table[at + 3]] = nameAt;
    table[at + 4] = 1;
    table[at + 5] = name === undefined ? noName : this.#intern(name);
    return index;
  }

  close(index: number): void {
    this.#table[index * columns + 4] = this.#count - index;
  }

  /** The value at a path and the name before it; when the path leads nowhere, its nearest ancestor that is there. */
  find(path: JsonPath): { readonly value: Range; readonly name: Range | undefined } {
    let index = 0;
    for (const step of path) {
      const next = this.#childOf(index, step);
      if (next === undefined) break;
      index = next;
    }
    const hasName = this.#nameOf(index) !== noName;
    return { value: this.#range(index, 0), name: hasName ? this.#range(index, 2) : undefined };
  }

  /** From an offset at which a member's name or the dash of an item stands to the end of its value; undefined when neither does. */
  rangeFrom(offset: number, isDash: boolean): Range | undefined {
    for (let index = 0; index < this.#count; index++) {
      const [start, end] = this.#range(index, 0);
      const isItem = this.#nameOf(index) === noName;
      const first = isItem ? start : this.#range(index, 2)[0];
      if (isDash ? isItem && index > 0 && first > offset : !isItem && first === offset) return [offset, end];
    }
    return undefined;
  }

  #childOf(parent: number, step: string | number): number | undefined {
    const end = parent + this.#sizeOf(parent);
    const wanted = this.#names.get(String(step));
    let position = 0;
    for (let child = parent + 1; child < end; child += this.#sizeOf(child)) {
      const name = this.#nameOf(child);
      if (name === noName ? position === Number(step) : name === wanted) return child;
      position++;
    }
    return undefined;
  }

  #intern(name: string): number {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    this.#names.set(name, this.#names.size);
    return this.#names.size - 1;
  }

  #nameOf(index: number): number {
    return this.#table[index * columns + 5] ?? noName;
  }

  #sizeOf(index: number): number {
    return this.#table[index * columns + 4] ?? 1;
  }

  #range(index: number, column: number): Range {
    const at = index * columns + column;
    return [this.#table[at] ?? 0, this.#table[at + 1] ?? 0];
  }
}

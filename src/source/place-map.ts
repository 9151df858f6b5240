import type { JsonPath } from '../json.js';

/** A half-open range of offsets in one file. */
export type Range = readonly [start: number, end: number];

/** What one entry of the table holds: where the value stands, where its name, and how many entries it has below, itself included. */
const columns = 5;

/**
 * Where every value of a document stands. The parser's own tree would say it too, but takes five hundred bytes a node, and a project
 * has thousands of files: this takes twenty. Values are added parents first.
 */
export class PlaceMap {
  #table = new Int32Array(64 * columns);
  /** The name of each member; undefined for items, and for the root. */
  readonly #names: (string | undefined)[] = [];
  /** Each name once: the parser makes a new string wherever it stands. */
  readonly #interned = new Map<string, string>();

  /** Adds a value; give what it returns to `close` when all below it has been added. */
  open(value: Range, name?: string, nameAt: Range = value): number {
    const index = this.#names.length;
    this.#names.push(name === undefined ? undefined : this.#intern(name));
    if ((index + 1) * columns > this.#table.length) {
      const larger = new Int32Array(this.#table.length * 2);
      larger.set(this.#table);
      this.#table = larger;
    }
    this.#table.set([...value, ...nameAt, 1], index * columns);
    return index;
  }

  close(index: number): void {
    this.#table[index * columns + 4] = this.#names.length - index;
  }

  /** The value at a path and the name before it; when the path leads nowhere, its nearest ancestor that is there. */
  find(path: JsonPath): { readonly value: Range; readonly name: Range | undefined } {
    let index = 0;
    for (const step of path) {
      const next = this.#childOf(index, step);
      if (next === undefined) break;
      index = next;
    }
    const hasName = this.#names[index] !== undefined;
    return { value: this.#range(index, 0), name: hasName ? this.#range(index, 2) : undefined };
  }

  /** From an offset at which a member's name or the dash of an item stands to the end of its value; undefined when neither does. */
  rangeFrom(offset: number, isDash: boolean): Range | undefined {
    for (let index = 0; index < this.#names.length; index++) {
      const [start, end] = this.#range(index, 0);
      const isItem = this.#names[index] === undefined;
      const first = isItem ? start : this.#range(index, 2)[0];
      if (isDash ? isItem && index > 0 && first > offset : !isItem && first === offset) return [offset, end];
    }
    return undefined;
  }

  #childOf(parent: number, step: string | number): number | undefined {
    const end = parent + this.#sizeOf(parent);
    let position = 0;
    for (let child = parent + 1; child < end; child += this.#sizeOf(child)) {
      const name = this.#names[child];
      if (name === undefined ? position === Number(step) : name === String(step)) return child;
      position++;
    }
    return undefined;
  }

  #intern(name: string): string {
    const known = this.#interned.get(name);
    if (known === undefined) this.#interned.set(name, name);
    return known ?? name;
  }

  #sizeOf(index: number): number {
    return this.#table[index * columns + 4] ?? 1;
  }

  #range(index: number, column: number): Range {
    const at = index * columns + column;
    return [this.#table[at] ?? 0, this.#table[at + 1] ?? 0];
  }
}

import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Result } from '../diagnostics/result.js';
import type { SourceFile } from '../diagnostics/source-file.js';
import type { JsonObject, JsonPath, JsonValue } from '../json.js';
import { numberProblem } from '../source/exact-number.js';

/** What the text said and the value does not: JavaScript's own reader loses both without a word. */
export type JsonLoss =
  | { readonly kind: 'number'; readonly path: JsonPath; readonly text: string; readonly problem: string }
  | { readonly kind: 'duplicate-key'; readonly path: JsonPath; readonly key: string };

/** JSON text as data, with what is needed to report about it. */
export interface JsonDocument {
  readonly value: JsonValue;
  readonly losses: readonly JsonLoss[];
  /** Where an object starts; known for the first 65,536 of them. */
  readonly offsets: ReadonlyMap<object, number>;
}

const maxDepth = 200;
const maxValues = 2_000_000;
const maxOffsets = 65_536;

/**
 * Reads RFC 8259 JSON, every mistake with its place. Nesting beyond 200 and more than 2,000,000 values are refused
 * rather than tried. `__proto__` becomes an own member like any other.
 */
export function readJson(file: SourceFile): Result<JsonDocument> {
  const reader = new Reader(file);
  try {
    const value = reader.document();
    return { ok: true, value: { value, losses: reader.losses, offsets: reader.offsets }, diagnostics: [] };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, diagnostics: [error.diagnostic] };
    throw error;
  }
}

/** Leaves the recursion below; never leaves this module. */
class Refusal extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

class Reader {
  readonly losses: JsonLoss[] = [];
  readonly offsets = new Map<object, number>();
  readonly #path: (string | number)[] = [];
  readonly #text: string;
  #at = 0;
  #values = 0;

  constructor(private readonly file: SourceFile) {
    this.#text = file.text;
  }

  document(): JsonValue {
    this.#space();
    if (this.#at === this.#text.length) throw this.#wrong('it is empty');
    const value = this.#value();
    if (this.#at < this.#text.length) throw this.#unexpected('the end');
    return value;
  }

  #value(): JsonValue {
    if (++this.#values > maxValues) throw this.#tooLarge('values in the JSON', this.#values, maxValues);
    const value = this.#valueAt(this.#text.charAt(this.#at));
    this.#space();
    return value;
  }

  #valueAt(first: string): JsonValue {
    if (first === '{') return this.#nested(() => this.#object());
    if (first === '[') return this.#nested(() => this.#array());
    if (first === '"') return this.#string();
    if (first === '-' || (first >= '0' && first <= '9')) return this.#number();
    if (this.#word('true')) return true;
    if (this.#word('false')) return false;
    if (this.#word('null')) return null;
    throw this.#unexpected('a value');
  }

  #nested(read: () => JsonValue): JsonValue {
    const depth = this.#path.length + 1;
    if (depth > maxDepth) throw this.#tooLarge('nesting of the JSON', depth, maxDepth);
    return read();
  }

  #object(): JsonObject {
    const object: JsonObject = {};
    if (this.offsets.size < maxOffsets) this.offsets.set(object, this.#at);
    this.#items('}', () => {
      if (this.#text.charAt(this.#at) !== '"') throw this.#unexpected('a key in double quotes');
      const key = this.#string();
      this.#space();
      if (this.#text.charAt(this.#at) !== ':') throw this.#unexpected('`:`');
      this.#at++;
      this.#space();
      this.#path.push(key);
      if (Object.hasOwn(object, key)) this.losses.push({ kind: 'duplicate-key', path: [...this.#path], key });
      const value = this.#value();
      this.#path.pop();
      // Plain assignment of `__proto__` would set the prototype.
      Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
    });
    return object;
  }

  #array(): JsonValue[] {
    const array: JsonValue[] = [];
    this.#items(']', () => {
      this.#path.push(array.length);
      array.push(this.#value());
      this.#path.pop();
    });
    return array;
  }

  #items(end: string, read: () => void): void {
    this.#at++;
    this.#space();
    if (this.#text.charAt(this.#at) === end) {
      this.#at++;
      return;
    }
    for (;;) {
      read();
      this.#space();
      const next = this.#text.charAt(this.#at);
      if (next !== ',' && next !== end) throw this.#unexpected(`\`,\` or \`${end}\``);
      this.#at++;
      if (next === end) return;
      this.#space();
    }
  }

  #string(): string {
    const start = this.#at++;
    for (; ; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (Number.isNaN(code)) throw this.#wrong('the text ends inside a string', start);
      if (code < 0x20) throw this.#wrong('a control character stands in a string without an escape');
      if (code === 0x22) break;
      if (code === 0x5c) this.#escape();
    }
    this.#at++;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  /** Steps onto the last character of an escape that starts here. */
  #escape(): void {
    const known = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.#text.slice(this.#at, this.#at + 6));
    if (known === null) throw this.#wrong('a backslash in a string starts no escape that JSON knows');
    this.#at += known[0].length - 1;
  }

  #number(): number {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#text)?.[0];
    if (text === undefined) throw this.#wrong('a minus without digits');
    this.#at += text.length;
    const value = Number(text);
    const problem = numberProblem(text, value);
    if (problem !== undefined) this.losses.push({ kind: 'number', path: [...this.#path], text, problem });
    return value;
  }

  #word(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #space(): void {
    for (; ; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    }
  }

  #unexpected(wanted: string): Refusal {
    const found = this.#text.codePointAt(this.#at);
    const what = found === undefined ? 'the text ends' : `${JSON.stringify(String.fromCodePoint(found))} stands`;
    return this.#wrong(`${what} where ${wanted} is expected`);
  }

  #wrong(problem: string, at = this.#at): Refusal {
    return new Refusal(diagnose('import/not-json', { problem }, { span: this.#span(at) }));
  }

  #tooLarge(what: string, value: number, limit: number): Refusal {
    return new Refusal(diagnose('import/too-large', { what, value, limit }, { span: this.#span(this.#at) }));
  }

  #span(at: number) {
    const start = Math.min(at, this.#text.length);
    return { file: this.file, start, end: Math.min(start + 1, this.#text.length) };
  }
}

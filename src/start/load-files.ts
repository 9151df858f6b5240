import { isAscii } from 'node:buffer';
import { posix } from 'node:path';
import { Script } from 'node:vm';
import type { CodeStore } from '../host/code-folder.js';
import { type CompiledFile, digestOfCode, packCode, unpackCode } from './code-entry.js';

/** What a file is run from. */
export interface Package {
  /** Where it is on the disk, for `__filename` and traces. */
  readonly locate: (path: string) => string;
  readonly read: (path: string) => Buffer;
  /** Loads what is no file of the package: a module of Node, or another package. */
  readonly require: (id: string) => unknown;
}

/** One entry of a store of compiled code. */
export interface CodeEntry {
  readonly store: CodeStore;
  readonly key: string;
}

interface Loaded {
  readonly module: { exports: unknown };
  readonly source: Buffer;
  readonly script: Script;
  /** What was used of the entry: V8 has compiled the file otherwise. */
  readonly used: CompiledFile | undefined;
}

// The end is on a line of its own: the file's last one may be a comment.
const [before, after] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];

/**
 * Loads CommonJS files of one package, as `require` does, with the code that V8 made of them in an earlier run: what it compiles when
 * a function is first called is part of that. Code is used when the entry is whole and the file is, byte for byte, the one that
 * it was made from; V8 looks at its own version and flags, and at nothing else.
 */
export class FileLoader {
  readonly #loaded = new Map<string, Loaded>();
  readonly #known: ReadonlyMap<string, CompiledFile>;

  constructor(
    private readonly from: Package,
    private readonly entry: CodeEntry | undefined,
  ) {
    const bytes = entry?.store.get(entry.key);
    this.#known = (entry && bytes && unpackCode(entry.key, bytes)) ?? new Map();
  }

  /** What the file exports; it runs when it is first asked for. */
  load(path: string): unknown {
    const known = this.#loaded.get(path);
    if (known !== undefined) return known.module.exports;
    const source = this.from.read(path);
    const fileName = this.from.locate(path);
    const found = this.#known.get(path);
    const sound = found !== undefined && digestOfCode(source, found.code) === found.digest ? found : undefined;
    const script = new Script(before + source.toString(isAscii(source) ? 'latin1' : 'utf8') + after, {
      filename: fileName,
      columnOffset: -before.length,
      cachedData: sound?.code,
    });
    const module = { exports: {} as unknown };
    const used = script.cachedDataRejected === false ? sound : undefined;
    // Files may need each other.
    this.#loaded.set(path, { module, source, script, used });
    const folder = posix.dirname(path);
    const require = (id: string): unknown =>
      id.startsWith('.') ? this.load(posix.join(folder, id)) : this.from.require(id);
    script.runInThisContext()(module.exports, require, module, fileName, this.from.locate(folder));
    return module.exports;
  }

  /**
   * Keeps the code of what has been loaded, if the entry lacks any of it, or if this program has come to a good end, as `complete`
   * says, where the one before had not. Takes long, once.
   */
  keep(complete: boolean): void {
    if (this.entry === undefined) return;
    const isNews = ({ used }: Loaded) => used === undefined || (complete && !used.complete);
    if (![...this.#loaded.values()].some(isNews)) return;
    const { store, key } = this.entry;
    store.put(key, () => {
      const files = new Map(this.#known);
      for (const [path, each] of this.#loaded) {
        if (!isNews(each)) continue;
        const code = each.script.createCachedData();
        files.set(path, { code, complete, digest: digestOfCode(each.source, code) });
      }
      return packCode(key, files);
    });
  }
}

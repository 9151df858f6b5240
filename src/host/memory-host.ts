import type {
  HeldLock,
  Host,
  HostContent,
  HostEntry,
  HostKind,
  HostOperation,
  ReadOptions,
  WriteOptions,
} from './host.js';
import { HostError } from './host.js';
import { MemoryFaults } from './memory-faults.js';
import { type MemoryNode, MemoryTree } from './memory-tree.js';

/** A Host in memory, for tests and for callers without a file system. */
export interface MemoryHost extends Host {
  readonly faults: MemoryFaults;
  /** A number that only a write changes: equal means 'not touched' (renames and second names keep it). */
  stampOf(path: string): number | undefined;
  /** Text of a file, for assertions. */
  textOf(path: string): string | undefined;
  addLink(path: string, target: string): void;
  /** Something that is neither file, folder nor link, such as a pipe. */
  addOther(path: string): void;
  /** Every file with its text and stamp, for comparing whole trees. */
  snapshot(): ReadonlyMap<string, string>;
  /** When true, folders cannot be renamed, as on a system where another process has something in them open. */
  foldersAreBusy: boolean;
}

/** A project with these files, by path. Behaves as `createNodeHost` does: one suite tests both. */
export function createMemoryHost(files: Readonly<Record<string, string | Uint8Array>> = {}): MemoryHost {
  const host = new InMemory();
  for (const [path, content] of Object.entries(files)) {
    host.writeFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  host.faults.reset();
  return host;
}

class InMemory implements MemoryHost {
  readonly root = '/memory';
  readonly faults = new MemoryFaults(() => this.#locks.clear());
  foldersAreBusy = false;
  readonly #tree = new MemoryTree();
  readonly #locks = new Map<string, HeldLock>();
  #clock = 0;

  readFile(path: string, options: ReadOptions = {}): Uint8Array | undefined {
    this.faults.step('read', path);
    const node = this.#tree.follow(path);
    if (node === undefined) return undefined;
    requireFile('read', path, node);
    if (node.bytes.length > (options.maxBytes ?? Number.POSITIVE_INFINITY)) throw new HostError('read', path, 'EFBIG');
    return node.bytes.slice();
  }

  writeFile(path: string, bytes: Uint8Array, options: WriteOptions = {}): void {
    this.#tree.checkWay('write', path);
    const before = this.#tree.get(path);
    // A fault in the middle of a write leaves what a full disk or a kill leaves: half a file, or an emptied one.
    this.faults.step('write', path, () => {
      if (before === undefined && !this.faults.isDead) return;
      if (before === undefined || before.kind === 'file') this.#put(path, bytes.slice(0, bytes.length / 2));
    });
    if (before !== undefined && options.exclusive) throw new HostError('write', path, 'EEXIST');
    if (before !== undefined) requireFile('write', path, before);
    this.#put(path, bytes.slice());
  }

  createFolder(path: string, files: Iterable<readonly [path: string, bytes: Uint8Array]>): void {
    this.#tree.checkWay('write', path);
    if (this.#tree.get(path) !== undefined) throw new HostError('write', path, 'EEXIST');
    for (const [name, bytes] of files) this.writeFile(`${path}/${name}`, bytes, { exclusive: true });
  }

  link(from: string, to: string): void {
    this.#tree.checkWay('link', from);
    this.#tree.checkWay('link', to);
    this.faults.step('link', to);
    const node = this.#tree.get(from);
    if (node === undefined) throw new HostError('link', to, 'ENOENT');
    requireFile('link', from, node);
    if (this.#tree.get(to) !== undefined) throw new HostError('link', to, 'EEXIST');
    this.#tree.set(to, node);
  }

  rename(from: string, to: string): void {
    this.#tree.checkWay('rename', from);
    this.#tree.checkWay('rename', to);
    this.faults.step('rename', to);
    const node = this.#tree.get(from);
    const there = this.#tree.get(to);
    if (node === undefined) throw new HostError('rename', to, 'ENOENT');
    if (node.kind === 'directory') {
      if (this.foldersAreBusy) throw new HostError('rename', to, 'EBUSY');
      if (there !== undefined) throw new HostError('rename', to, 'ENOTEMPTY');
    } else if (there?.kind === 'directory') {
      throw new HostError('rename', to, 'EISDIR');
    }
    this.#tree.move(from, to);
  }

  remove(path: string): void {
    this.#tree.checkWay('remove', path);
    this.faults.step('remove', path);
    if (this.#tree.get(path)?.kind === 'directory') throw new HostError('remove', path, 'EISDIR');
    this.#tree.delete(path);
    this.#tree.dropEmptyFoldersAbove(path);
  }

  removeTree(path: string): void {
    this.#tree.checkWay('remove', path);
    const below = this.#tree.below(path);
    this.faults.step('remove', path, () => {
      for (const each of below.slice(0, below.length / 2)) this.#tree.delete(each);
    });
    for (const each of [...below, path]) this.#tree.delete(each);
  }

  listFiles(path: string): string[] {
    return this.listEntries(path).flatMap((each) => (each.kind === 'file' ? [each.path] : []));
  }

  *readFolder(path: string): Iterable<HostContent> {
    for (const entry of this.listEntries(path)) {
      yield { ...entry, read: (options) => (entry.kind === 'file' ? this.readFile(entry.path, options) : undefined) };
    }
  }

  listEntries(path: string): HostEntry[] {
    this.faults.step('list', path);
    if (path !== '.') this.#tree.checkWay('list', path);
    const kind = path === '.' ? 'directory' : this.#kind(path);
    if (kind === 'absent') return [];
    if (kind !== 'directory') throw new HostError('list', path, kind === 'symlink' ? 'ELOOP' : 'ENOTDIR');
    return this.#tree
      .below(path)
      .sort()
      .flatMap((each) => {
        const below = this.#kind(each);
        return below === 'directory' || below === 'absent' ? [] : [{ path: each, kind: below }];
      });
  }

  kindOf(path: string): HostKind {
    this.faults.step('read', path);
    return path === '.' ? 'directory' : this.#kind(path);
  }

  lock(path: string, _patience: number): HeldLock | undefined {
    this.#tree.checkWay('lock', path);
    this.faults.step('lock', path);
    if (this.#locks.has(path)) return undefined;
    const mine: HeldLock = {
      release: () => {
        if (this.faults.isDead || this.#locks.get(path) !== mine) return;
        this.#locks.delete(path);
        this.#tree.delete(path);
      },
    };
    this.#locks.set(path, mine);
    this.#put(path, new Uint8Array());
    return mine;
  }

  uninterrupted<T>(work: () => T): T {
    return work();
  }

  stampOf(path: string): number | undefined {
    const node = this.#tree.get(path);
    return node?.kind === 'file' ? node.stamp : undefined;
  }

  textOf(path: string): string | undefined {
    const node = this.#tree.get(path);
    return node?.kind === 'file' ? new TextDecoder().decode(node.bytes) : undefined;
  }

  addLink(path: string, target: string): void {
    this.#tree.set(path, { kind: 'symlink', target });
  }

  addOther(path: string): void {
    this.#tree.set(path, { kind: 'other' });
  }

  snapshot(): ReadonlyMap<string, string> {
    const files = this.#tree.below('.').filter((path) => this.#kind(path) === 'file');
    return new Map(files.sort().map((path) => [path, `${this.stampOf(path)}:${this.textOf(path)}`]));
  }

  #kind(path: string): HostKind {
    return this.#tree.get(path)?.kind ?? 'absent';
  }

  #put(path: string, bytes: Uint8Array): void {
    this.#clock += 1;
    this.#tree.set(path, { kind: 'file', bytes, stamp: this.#clock });
  }
}

function requireFile(
  operation: HostOperation,
  path: string,
  node: MemoryNode,
): asserts node is Extract<MemoryNode, { kind: 'file' }> {
  if (node.kind === 'file') return;
  const codes = { directory: 'EISDIR', symlink: 'ELOOP', other: 'EINVAL' } as const;
  throw new HostError(operation, path, codes[node.kind]);
}

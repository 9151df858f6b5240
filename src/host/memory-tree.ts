import { posix } from 'node:path';
import { HostError, type HostOperation } from './host.js';
import { foldersAbove, segmentsOf } from './project-path.js';

export type MemoryNode =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly stamp: number }
  | { readonly kind: 'symlink'; readonly target: string }
  | { readonly kind: 'directory' | 'other' };

/** The files and folders of a memory host, by path. A folder stands in it from the first file below on. */
export class MemoryTree {
  readonly #nodes = new Map<string, MemoryNode>();

  get(path: string): MemoryNode | undefined {
    return this.#nodes.get(segmentsOf('read', path).join('/'));
  }

  set(path: string, node: MemoryNode): void {
    for (const folder of foldersAbove(path)) {
      if (!this.#nodes.has(folder)) this.#nodes.set(folder, { kind: 'directory' });
    }
    this.#nodes.set(path, node);
  }

  delete(path: string): void {
    this.#nodes.delete(path);
  }

  /** Everything below a folder, however deep, folders included. */
  below(path: string): string[] {
    return [...this.#nodes.keys()].filter((each) => path === '.' || each.startsWith(`${path}/`));
  }

  move(from: string, to: string): void {
    for (const path of [from, ...this.below(from)]) {
      const node = this.#nodes.get(path);
      this.#nodes.delete(path);
      if (node !== undefined) this.set(to + path.slice(from.length), node);
    }
  }

  dropEmptyFoldersAbove(path: string): void {
    for (const folder of foldersAbove(path).reverse()) {
      if (this.below(folder).length > 0) return;
      this.#nodes.delete(folder);
    }
  }

  /** Refuses a path that leaves the root, and one with something on its way that is no folder. */
  checkWay(operation: HostOperation, path: string): void {
    segmentsOf(operation, path);
    for (const folder of foldersAbove(path)) {
      const kind = this.#nodes.get(folder)?.kind;
      if (kind === 'symlink') throw new HostError(operation, path, 'ELOOP');
      if (kind !== undefined && kind !== 'directory') throw new HostError(operation, path, 'ENOTDIR');
    }
  }

  /** What a read of this path finds, through links that stay inside. */
  follow(path: string): MemoryNode | undefined {
    let current = segmentsOf('read', path).join('/');
    for (let hops = 0; hops < 40; hops++) {
      const way = [...foldersAbove(current), current];
      const link = way.find((each) => this.#nodes.get(each)?.kind === 'symlink');
      if (link === undefined) return this.#found(path, current, hops);
      const node = this.#nodes.get(link);
      const target = node?.kind === 'symlink' ? node.target : '';
      current = posix.join(posix.dirname(link), target) + current.slice(link.length);
      if (target.startsWith('/') || current.startsWith('../')) throw new HostError('read', path, 'OUTSIDE');
    }
    throw new HostError('read', path, 'ELOOP');
  }

  #found(path: string, at: string, hops: number): MemoryNode | undefined {
    const node = this.#nodes.get(at);
    // A link that leads nowhere is not the same as nothing.
    if (node === undefined && hops > 0 && this.#nodes.get(path)?.kind === 'symlink') {
      throw new HostError('read', path, 'ENOENT');
    }
    return node;
  }
}

import { createHash } from 'node:crypto';
import { delegate } from '../host/delegate.js';
import {
  type Host,
  type HostContent,
  type HostEntry,
  HostError,
  type HostKind,
  type ReadOptions,
} from '../host/host.js';

/** Everything that somebody learnt of a project through its host, by path. What the system refused is `'refused'`. */
export interface Observations {
  /** Digest of each file's bytes, `absent`, or `changed` when it was another one when it was read again. */
  readonly files: ReadonlyMap<string, string>;
  /** The entries below each folder that was listed. */
  readonly folders: ReadonlyMap<string, readonly HostEntry[] | 'refused'>;
  /** What stands at a path. */
  readonly kinds: ReadonlyMap<string, HostKind | 'refused'>;
}

/** The same host, and a record of what was read through it: what a stage depends on is what it asked for. */
export function observe(host: Host): { readonly host: Host; readonly seen: Observations } {
  const files = new Map<string, string>();
  const folders = new Map<string, HostEntry[] | 'refused'>();
  const kinds = new Map<string, HostKind | 'refused'>();
  const list: Host['listEntries'] = (path) => noting(folders, path, () => host.listEntries(path));
  const note = (path: string, bytes: Uint8Array | undefined): void => {
    const content = bytes === undefined ? 'absent' : contentDigest(bytes);
    files.set(path, (files.get(path) ?? content) === content ? content : 'changed');
  };
  const noted = (each: HostContent, options?: ReadOptions): Uint8Array | undefined => {
    const bytes = refusable(files, each.path, () => each.read(options));
    if (each.kind === 'file') note(each.path, bytes);
    return bytes;
  };
  const observing: Host = {
    ...delegate(host),
    readFile: (path, options) => {
      const bytes = refusable(files, path, () => host.readFile(path, options));
      note(path, bytes);
      return bytes;
    },
    listEntries: list,
    listFiles: (path) => list(path).flatMap((each) => (each.kind === 'file' ? [each.path] : [])),
    *readFolder(path) {
      const entries = refusable(folders, path, () => [...host.readFolder(path)]);
      // Noted first: one who stops in the middle has seen less.
      folders.set(path, entries);
      for (const each of entries) yield { ...each, read: (options) => noted(each, options) };
    },
    kindOf: (path) => noting(kinds, path, () => host.kindOf(path)),
  };
  return { host: observing, seen: { files, folders, kinds } };
}

/** Digest of bytes as they are: findings have offsets, so that even a line end counts. */
export function contentDigest(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64');
}

function noting<T>(notes: Map<string, T | 'refused'>, path: string, work: () => T): T {
  const value = refusable(notes, path, work);
  notes.set(path, value);
  return value;
}

function refusable<T>(notes: { set(path: string, note: 'refused'): unknown }, path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof HostError) notes.set(path, 'refused');
    throw error;
  }
}

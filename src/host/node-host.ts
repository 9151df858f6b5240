import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Host, HostContent, HostEntry, HostKind, HostOperation, ReadOptions, WriteOptions } from './host.js';
import { HostError } from './host.js';
import { takeLock } from './node-lock.js';
import { uninterrupted } from './node-signals.js';
import { foldersAbove, segmentsOf } from './project-path.js';

// Absent on Windows, where `lstat` alone has to do.
const guarded = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Fails when there is anything of the name. */
const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | guarded;

/** What a file system without hard links answers to `link`. */
const withoutLinks = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'EINVAL', 'UNKNOWN']);

/**
 * The file system below one folder, synchronously. Errors are HostErrors; see `Host` for what is refused.
 * Between a check and the use of what was checked another process can change the tree; only `O_NOFOLLOW` guards there.
 */
export function createNodeHost(root: string): Host {
  return new NodeHost(resolve(root));
}

class NodeHost implements Host {
  #realRoot: string | undefined;

  constructor(readonly root: string) {}

  readFile(path: string, options: ReadOptions = {}): Uint8Array | undefined {
    const full = this.#locate('read', path);
    const isThere = () => lstatSync(full, { throwIfNoEntry: false }) !== undefined;
    return attempt('read', path, () => {
      if (!isThere()) return undefined;
      try {
        return this.#readThere(path, full, options);
      } catch (error) {
        // Gone since we looked. A link that leads nowhere is still there, and an error.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !isThere()) return undefined;
        throw error;
      }
    });
  }

  #readThere(path: string, full: string, options: ReadOptions): Uint8Array {
    const real = realpathSync.native(full);
    if (!this.#contains(real)) throw new HostError('read', path, 'OUTSIDE');
    requireFile('read', path, lstatSync(real));
    const descriptor = openSync(real, constants.O_RDONLY | guarded);
    try {
      requireReadable(path, fstatSync(descriptor), options);
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  writeFile(path: string, bytes: Uint8Array, options: WriteOptions = {}): void {
    const full = this.#locateForChange('write', path);
    attempt('write', path, () => {
      const mode = options.modeOf === undefined ? undefined : lstatSync(this.#locate('write', options.modeOf)).mode;
      const created = this.#create(full);
      if (created === undefined) {
        if (options.exclusive) throw new HostError('write', path, 'EEXIST');
        requireFile('write', path, lstatSync(full));
      }
      const descriptor = created ?? openSync(full, constants.O_WRONLY | constants.O_TRUNC | guarded);
      try {
        writeFileSync(descriptor, bytes);
        if (mode !== undefined) fchmodSync(descriptor, mode);
      } catch (error) {
        if (created !== undefined) rmSync(full, { force: true });
        throw error;
      } finally {
        closeSync(descriptor);
      }
    });
  }

  createFolder(path: string, files: Iterable<readonly [path: string, bytes: Uint8Array]>): void {
    const full = this.#locateForChange('write', path);
    attempt('write', path, () => inFolderOf(full, () => mkdirSync(full)));
    // Nobody looks twice at a folder that was made here: what was no folder would have been in the way.
    const made = new Set<string>();
    for (const [name, bytes] of files) {
      const below = `${path}/${name}`;
      const file = join(this.root, ...segmentsOf('write', below));
      attempt('write', below, () => {
        for (const folder of foldersAbove(name)) {
          if (made.has(folder)) continue;
          makeFolder(join(full, folder));
          made.add(folder);
        }
        const descriptor = openSync(file, newFile);
        try {
          writeFileSync(descriptor, bytes);
        } finally {
          closeSync(descriptor);
        }
      });
    }
  }

  /** A descriptor of a new file, whose folders are made if need be; undefined when there is something of the name. */
  #create(full: string): number | undefined {
    try {
      return inFolderOf(full, () => openSync(full, newFile));
    } catch (error) {
      if (systemCodeOf(error) === 'EEXIST') return undefined;
      throw error;
    }
  }

  link(from: string, to: string): void {
    const source = this.#locateForChange('link', from);
    const target = this.#locateForChange('link', to);
    attempt('link', to, () => {
      requireFile('link', from, lstatSync(source));
      try {
        inFolderOf(target, () => linkSync(source, target));
      } catch (error) {
        if (!withoutLinks.has(systemCodeOf(error))) throw error;
        const { atime, mtime } = lstatSync(source);
        copyFileSync(source, target, constants.COPYFILE_EXCL);
        utimesSync(target, atime, mtime);
      }
    });
  }

  rename(from: string, to: string): void {
    const source = this.#locateForChange('rename', from);
    const target = this.#locateForChange('rename', to);
    attempt('rename', to, () => inFolderOf(target, () => renameSync(source, target)));
  }

  remove(path: string): void {
    const full = this.#locateForChange('remove', path);
    attempt('remove', path, () => {
      const stat = lstatSync(full, { throwIfNoEntry: false });
      if (stat === undefined) return;
      if (stat.isDirectory()) throw new HostError('remove', path, 'EISDIR');
      unlinkSync(full);
    });
    for (const folder of foldersAbove(path).reverse()) {
      try {
        rmdirSync(join(this.root, folder));
      } catch {
        return; // Not empty, which is the usual end of the climb.
      }
    }
  }

  removeTree(path: string): void {
    const full = this.#locateForChange('remove', path);
    attempt('remove', path, () => rmSync(full, { recursive: true, force: true }));
  }

  listFiles(path: string): string[] {
    return this.listEntries(path).flatMap((each) => (each.kind === 'file' ? [each.path] : []));
  }

  listEntries(path: string): HostEntry[] {
    const kind = this.kindOf(path);
    if (kind === 'absent') return [];
    if (kind !== 'directory') throw new HostError('list', path, kind === 'symlink' ? 'ELOOP' : 'ENOTDIR');
    if (path !== '.') this.#locateForChange('list', path);
    const entries: HostEntry[] = [];
    const folders = [path];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      const prefix = folder === '.' ? '' : `${folder}/`;
      const full = this.#locate('list', folder);
      for (const entry of attempt('list', folder, () => readdirSync(full, { withFileTypes: true }))) {
        const below = prefix + entry.name;
        if (entry.isDirectory()) folders.push(below);
        else
          entries.push({ path: below, kind: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'symlink' : 'other' });
      }
    }
    return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  *readFolder(path: string): Iterable<HostContent> {
    // One buffer for all: most of the time of many small reads goes into making room for them, and into looking twice.
    let room = Buffer.allocUnsafe(1 << 20);
    for (const entry of this.listEntries(path)) {
      const read = (options: ReadOptions = {}): Uint8Array | undefined => {
        if (entry.kind !== 'file') return undefined;
        return attempt('read', entry.path, () => {
          // `listEntries` has seen every folder on the way, and that none is a link.
          const descriptor = openExisting(join(this.root, entry.path));
          if (descriptor === undefined) return undefined;
          try {
            const { size } = requireReadable(entry.path, fstatSync(descriptor), options);
            if (size > room.length) room = Buffer.allocUnsafe(size);
            return room.subarray(0, readInto(room, descriptor));
          } finally {
            closeSync(descriptor);
          }
        });
      };
      yield { ...entry, read };
    }
  }

  kindOf(path: string): HostKind {
    const full = this.#locate('read', path);
    const stat = attempt('read', path, () => lstatSync(full, { throwIfNoEntry: false }));
    if (stat === undefined) return 'absent';
    if (stat.isSymbolicLink()) return 'symlink';
    if (stat.isDirectory()) return 'directory';
    return stat.isFile() ? 'file' : 'other';
  }

  lock(path: string, patience: number): { release(): void } | undefined {
    const full = this.#locateForChange('lock', path);
    return attempt('lock', path, () => {
      mkdirSync(dirname(full), { recursive: true });
      return takeLock(full, patience);
    });
  }

  uninterrupted<T>(work: () => T): T {
    return uninterrupted(work);
  }

  #locate(operation: HostOperation, path: string): string {
    return path === '.' ? this.root : join(this.root, ...segmentsOf(operation, path));
  }

  /** As `#locate`, and no folder on the way may be a link: what changes something never follows one. */
  #locateForChange(operation: HostOperation, path: string): string {
    const full = join(this.root, ...segmentsOf(operation, path));
    for (const folder of foldersAbove(path)) {
      const stat = attempt(operation, path, () => lstatSync(join(this.root, folder), { throwIfNoEntry: false }));
      if (stat === undefined) break;
      if (stat.isSymbolicLink()) throw new HostError(operation, path, 'ELOOP');
      if (!stat.isDirectory()) throw new HostError(operation, path, 'ENOTDIR');
    }
    return full;
  }

  #contains(real: string): boolean {
    this.#realRoot ??= realpathSync.native(this.root);
    const way = relative(this.#realRoot, real);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  }
}

/** Does what needs the folders above a path; they are made when it fails for want of them, which is seldom. */
function inFolderOf<T>(full: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error;
  }
  mkdirSync(dirname(full), { recursive: true });
  return work();
}

/** A new folder, or the one that a file system takes for the same name. */
function makeFolder(full: string): void {
  try {
    mkdirSync(full);
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST' || !lstatSync(full).isDirectory()) throw error;
  }
}

function requireFile(operation: HostOperation, path: string, stat: Stats): void {
  if (stat.isFile()) return;
  const code = stat.isDirectory() ? 'EISDIR' : stat.isSymbolicLink() ? 'ELOOP' : 'EINVAL';
  throw new HostError(operation, path, code);
}

function requireReadable(path: string, stat: Stats, { maxBytes = Number.POSITIVE_INFINITY }: ReadOptions): Stats {
  requireFile('read', path, stat);
  if (stat.size > maxBytes) throw new HostError('read', path, 'EFBIG');
  return stat;
}

/** A file that somebody has just removed is none. */
function openExisting(full: string): number | undefined {
  try {
    return openSync(full, constants.O_RDONLY | guarded);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads as much as there is and fits; gives how much that was. */
function readInto(room: Buffer, descriptor: number): number {
  let size = 0;
  for (let read = -1; read !== 0 && size < room.length; size += read) {
    read = readSync(descriptor, room, size, room.length - size, null);
  }
  return size;
}

function systemCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}

function attempt<T>(operation: HostOperation, path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof HostError) throw error;
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new HostError(operation, path, systemCodeOf(error), { cause: error });
  }
}

/**
 * Every effect on the outside, behind one interface, so that the stages are pure and tests can run in memory.
 *
 * Paths are relative to the project's root, with `/` on every system: nothing absolute can leak into output,
 * and a path that leaves the root is refused here, once (`OUTSIDE`, see `project-path.ts`). `.` is the root itself,
 * for `kindOf`, `listEntries` and `listFiles` only.
 *
 * Symbolic links: a read follows one that stays inside the root and refuses any other (`OUTSIDE`); everything that
 * changes something refuses every link on its way (`ELOOP`), and `listEntries` shows them without following.
 */
export interface Host {
  /** Where the project is, for messages only. */
  readonly root: string;
  /**
   * Bytes of a regular file, or undefined when there is none. Throws HostError for everything else; a folder is
   * `EISDIR`, a pipe or device `EINVAL` (it is never opened), more than `maxBytes` is `EFBIG` (nothing is read).
   */
  readFile(path: string, options?: ReadOptions): Uint8Array | undefined;
  /** Creates or replaces a file, with its folders. Not atomic: what must be whole is written aside and renamed. */
  writeFile(path: string, bytes: Uint8Array, options?: WriteOptions): void;
  /**
   * Creates a folder with all of these files, by their paths in it; `EEXIST` when there is anything of its name. For many files this
   * is faster than `writeFile` for each. What it has made stays when it fails.
   */
  createFolder(path: string, files: Iterable<readonly [path: string, bytes: Uint8Array]>): void;
  /** Gives a file a second name, with its folders, bytes and times; `EEXIST` when that name is taken. */
  link(from: string, to: string): void;
  /** Moves a file over another one, or a folder to a free name, atomically; creates the folders above. */
  rename(from: string, to: string): void;
  /** Removes a file, and the folders that become empty above it, up to (not including) the root. Absent is fine. */
  remove(path: string): void;
  /** Removes a folder with all in it; nothing happens when it is absent. */
  removeTree(path: string): void;
  /** Regular files below a folder, recursively, sorted by code units; empty when the folder is absent. Symbolic links are not followed. */
  listFiles(path: string): string[];
  /** As `listFiles`, but with the links, pipes and devices that `listFiles` leaves out. */
  listEntries(path: string): HostEntry[];
  /**
   * The entries below a folder as `listEntries` has them, each with a way to its bytes. For many files this is several times faster
   * than `readFile` for each.
   */
  readFolder(path: string): Iterable<HostContent>;
  /** What stands at a path, without following a symbolic link. */
  kindOf(path: string): HostKind;
  /**
   * Takes a lock that one process at a time can have, waiting for at most `patience` milliseconds; undefined when
   * another one still has it then. A lock whose process is dead is taken over.
   */
  lock(path: string, patience: number): HeldLock | undefined;
  /** Runs something short to its end before an interrupt (Ctrl-C, SIGTERM) takes effect. */
  uninterrupted<T>(work: () => T): T;
}

export type HostKind = 'file' | 'directory' | 'symlink' | 'other' | 'absent';

export interface HostEntry {
  readonly path: string;
  readonly kind: 'file' | 'symlink' | 'other';
}

/** An entry, and what is in it. */
export interface HostContent extends HostEntry {
  /** Bytes of a regular file as `readFile` gives them, valid until another entry is read; undefined for what is no regular file. */
  read(options?: ReadOptions): Uint8Array | undefined;
}

export interface ReadOptions {
  readonly maxBytes?: number;
}

export interface WriteOptions {
  /** Fails (`EEXIST`) when the file exists. */
  readonly exclusive?: boolean;
  /** A file whose permissions the new one gets. */
  readonly modeOf?: string;
}

export interface HeldLock {
  release(): void;
}

export type HostOperation = 'read' | 'write' | 'link' | 'rename' | 'remove' | 'list' | 'lock';

/** The outside said no: a file that cannot be read or written. Carries the system's code (`EACCES`, `ENOSPC` ...), or `OUTSIDE`. */
export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly operation: HostOperation,
    readonly path: string,
    readonly systemCode: string,
    options?: ErrorOptions,
  ) {
    super(`cannot ${operation} ${path}: ${systemCode}`, options);
  }
}

/**
 * Every effect on the outside, behind one interface, so that the stages are pure and tests can run in memory.
 *
 * Paths are relative to the project's root, with `/` on every system: nothing absolute can leak into output,
 * and a path that leaves the root is refused here, once.
 */
export interface Host {
  /** Where the project is, for messages only. */
  readonly root: string;
  /** Bytes of a regular file, or undefined when there is none. Throws HostError for everything else. */
  readFile(path: string): Uint8Array | undefined;
  /** Creates or replaces a file, with its folders. `exclusive` fails when the file exists. */
  writeFile(path: string, bytes: Uint8Array, options?: { exclusive?: boolean }): void;
  /** Moves a file over another one of the same file system, atomically. */
  rename(from: string, to: string): void;
  /** Removes a file, and the folders that become empty above it, up to (not including) the root. */
  remove(path: string): void;
  /** Removes a folder with all in it; nothing happens when it is absent. */
  removeTree(path: string): void;
  /** Regular files below a folder, recursively, sorted by code units; empty when the folder is absent. Symbolic links are not followed. */
  listFiles(path: string): string[];
  /** What stands at a path, without following a symbolic link. */
  kindOf(path: string): 'file' | 'directory' | 'symlink' | 'other' | 'absent';
}

/** The outside said no: a file that cannot be read or written. Carries the system's code (`EACCES`, `ENOSPC` ...). */
export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly operation: 'read' | 'write' | 'rename' | 'remove' | 'list',
    readonly path: string,
    readonly systemCode: string,
    options?: ErrorOptions,
  ) {
    super(`cannot ${operation} ${path}: ${systemCode}`, options);
  }
}

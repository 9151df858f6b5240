import { realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** A folder that may have to be created, seen from the nearest folder above it that is there. */
export interface NewFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** The nearest existing folder, `path` itself included. */
  readonly existing: string;
  /** From `existing` to `path`, with `/`; empty when `path` exists. */
  readonly below: string;
}

/** Undefined when something on the way to the folder, or at its end, is no folder. */
export function locateNewFolder(folder: string): NewFolder | undefined {
  const wanted = resolve(folder);
  for (let above = wanted; ; above = dirname(above)) {
    const stat = statOf(above);
    if (stat === 'absent' && above !== dirname(above)) continue;
    if (stat !== 'folder') return undefined;
    const existing = realpathSync(above);
    const below = relative(above, wanted);
    return { path: join(existing, below), existing, below: below.split(sep).join('/') };
  }
}

function statOf(path: string): 'folder' | 'absent' | 'other' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'absent' : 'other';
  }
}

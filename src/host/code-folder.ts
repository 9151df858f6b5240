import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { dropOldest, putWhole } from './put-whole.js';

/** Where compiled code is kept between runs. Nothing here throws: without it programs start slower. */
export interface CodeStore {
  get(key: string): Buffer | undefined;
  /** `make` is called when there is a file to write to. */
  put(key: string, make: () => Uint8Array): void;
}

const prefix = 'code-';

/** Entries that a folder keeps: each place of a compiler, and each Node there, has one of some megabytes. */
const mostEntries = 16;

const guarded = constants.O_NOFOLLOW ?? 0;

/**
 * Compiled code in files of a folder. It is run as it is, so a file counts only when it is this user's, and closed to all others: in
 * a folder that is shared by mistake nobody else can make such a file, and a checkout makes none.
 */
export function createCodeFolder(folder: string): CodeStore {
  return {
    get(key) {
      try {
        const descriptor = openSync(join(folder, prefix + key), constants.O_RDONLY | guarded);
        try {
          return isOurs(fstatSync(descriptor)) ? readFileSync(descriptor) : undefined;
        } finally {
          closeSync(descriptor);
        }
      } catch {
        return undefined;
      }
    },
    put(key, make) {
      try {
        putWhole(folder, prefix + key, make);
        const names = readdirSync(folder).filter((name) => name.startsWith(prefix));
        dropOldest(folder, names, mostEntries);
      } catch {
        // The folder cannot be written to.
      }
    },
  };
}

/** Windows has no such modes; there the folder is below the user's own. */
function isOurs(stat: Stats): boolean {
  if (!stat.isFile()) return false;
  return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o077) === 0);
}

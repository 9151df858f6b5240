import { join } from 'node:path';
import { readOwnFile } from './own-file.js';
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

/** Compiled code in files of a folder. It is run as it is: see `readOwnFile` for which count. */
export function createCodeFolder(folder: string): CodeStore {
  return {
    get(key) {
      try {
        return readOwnFile(join(folder, prefix + key));
      } catch {
        return undefined;
      }
    },
    put(key, make) {
      try {
        putWhole(folder, prefix + key, make);
        dropOldest(folder, prefix, mostEntries);
      } catch {
        // The folder cannot be written to.
      }
    },
  };
}

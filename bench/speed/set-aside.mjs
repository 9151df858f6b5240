import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

let count = 0;

/**
 * Takes away what an earlier run has written, into a folder that is removed at the end. Were it removed here, the next run would pay
 * for it: ext4 looks at every inode that was freed in the last half minute before it takes one, so that creating two thousand files
 * where two thousand have just been removed takes five times as long.
 */
export function setAside(path, folder) {
  if (!existsSync(path)) return;
  mkdirSync(folder, { recursive: true });
  count += 1;
  renameSync(path, join(folder, String(count)));
}

import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';

const guarded = constants.O_NOFOLLOW ?? 0;

/**
 * Reads a file that counts only when it is this user's, and closed to all others: in a folder that is shared by mistake nobody else
 * can make such a file, and a checkout makes none. Undefined when it is not; throws what the file system says.
 */
export function readOwnFile(path: string): Buffer | undefined {
  const descriptor = openSync(path, constants.O_RDONLY | guarded);
  try {
    return isOurs(fstatSync(descriptor)) ? readFileSync(descriptor) : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Windows has no such modes; there the folder is below the user's own. */
function isOurs(stat: Stats): boolean {
  if (!stat.isFile()) return false;
  return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o077) === 0);
}

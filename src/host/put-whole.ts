import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a file into a folder of the user alone, whole or not at all: it is written aside and renamed, so that who reads at the same
 * time finds the old one or the new one. `make` is called when there is room to write to. Throws what the file system says.
 */
export function putWhole(folder: string, name: string, make: () => string | Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = join(folder, `.${randomUUID()}`);
  try {
    const descriptor = openSync(aside, 'wx', 0o600);
    try {
      writeFileSync(descriptor, make());
    } finally {
      closeSync(descriptor);
    }
    renameSync(aside, join(folder, name));
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** Removes the oldest files whose names begin with a prefix, when there are more than `most`, so that `keep` are left. */
export function dropOldest(folder: string, prefix: string, most: number, keep = most): void {
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix));
  if (names.length <= most) return;
  const aged = names.map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }));
  aged.sort((a, b) => a.time - b.time);
  for (const { name } of aged.slice(0, names.length - keep)) rmSync(join(folder, name), { force: true });
}

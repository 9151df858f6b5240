import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every file below the folder, by its path with `/`: a digest of its bytes. */
export function bytesOf(folder: string): Record<string, string> {
  return mapFiles(folder, (path) => createHash('sha256').update(readFileSync(path)).digest('base64url'));
}

/** As `bytesOf`, with what else a write would change: the time of its last modification, and which file it is. */
export function stampsOf(folder: string): Record<string, string> {
  const bytes = bytesOf(folder);
  const stats = mapFiles(folder, (path) => lstatSync(path, { bigint: true }));
  return Object.fromEntries(
    Object.entries(stats).map(([path, { mtimeNs, ino, mode }]) => [path, `${bytes[path]} ${mtimeNs} ${ino} ${mode}`]),
  );
}

/** Paths that differ between two of the records above, sorted. */
export function changedPaths(before: Record<string, string>, after: Record<string, string>): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]).sort();
}

function mapFiles<T>(folder: string, value: (path: string) => T): Record<string, T> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((each) => !each.isDirectory());
  const paths = files.map((each) => join(each.parentPath, each.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(folder, path).split(sep).join('/'), value(path)]));
}

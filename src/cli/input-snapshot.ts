import { createHash } from 'node:crypto';
import { configFile } from '../config/read-config.js';
import { visible } from '../diagnostics/reporters/visible.js';
import { type Host, HostError } from '../host/host.js';

/** What a build reads, by path: a digest of each file, or why it cannot be read. */
export type InputSnapshot = ReadonlyMap<string, string>;

export interface InputChange {
  readonly path: string;
  readonly how: 'added' | 'changed' | 'removed';
}

/** mcpgen.yaml, and below the folders what may be a manifest or a handler: no editor's backup or swap file. */
export function isInput(path: string): boolean {
  return path === configFile || /\.(?:ya?ml|json|ts)$/i.test(path);
}

/** The inputs as they are now, below the given folders. Never throws for what cannot be read: a build reports that. */
export function takeSnapshot(host: Host, folders: readonly string[]): InputSnapshot {
  const paths = folders.flatMap((folder) => attempt(() => host.listFiles(folder)) ?? []);
  return new Map([configFile, ...paths.filter(isInput)].flatMap((path) => entry(host, path)));
}

/** The snapshot with some inputs as they are now: those that a build has written itself. */
export function withPaths(before: InputSnapshot, host: Host, paths: readonly string[]): InputSnapshot {
  const own = paths.filter((path) => isInput(path));
  return new Map([...before, ...own.flatMap((path) => entry(host, path))]);
}

/** What differs, in the order of the paths. */
export function changesBetween(before: InputSnapshot, after: InputSnapshot): InputChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): InputChange[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === now) return [];
    return [{ path, how: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed' }];
  });
}

/** In one line: "manifests/a.yaml changed, manifests/b.yaml added and 3 more". */
export function describeChanges(changes: readonly InputChange[]): string {
  const shown = changes.slice(0, changes.length <= 3 ? 3 : 2).map(({ path, how }) => `${visible(path)} ${how}`);
  const more = changes.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function entry(host: Host, path: string): [string, string][] {
  try {
    const bytes = host.readFile(path);
    return bytes === undefined ? [] : [[path, createHash('sha256').update(bytes).digest('hex')]];
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return [[path, error.systemCode]];
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

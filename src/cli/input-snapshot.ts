import { createHash } from 'node:crypto';
import { configFile } from '../config/config-file.js';
import { readConfig } from '../config/read-config.js';
import { visible } from '../diagnostics/reporters/visible.js';
import { type Host, HostError } from '../host/host.js';

/** What a build reads: the folders that mcpgen.yaml names, and a digest of each file, or why it cannot be read. */
export interface InputSnapshot {
  readonly folders: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

export interface InputChange {
  readonly path: string;
  readonly how: 'added' | 'changed' | 'removed';
}

/** mcpgen.yaml, and below the folders what may be a manifest or a handler: no editor's backup or swap file. */
export function isInput(path: string): boolean {
  return path === configFile || /\.(?:ya?ml|json|ts)$/i.test(path);
}

/** The inputs as they are now. While mcpgen.yaml is broken, the folders that were. Never throws for what a build will report. */
export function takeSnapshot(host: Host, lastFolders: readonly string[]): InputSnapshot {
  // First, so that a save in the middle of this makes the next snapshot another one.
  const config = entry(configFile, () => host.readFile(configFile));
  const project = readConfig(host);
  const folders = project.ok ? [project.value.manifests, project.value.paths.handlers] : lastFolders;
  const found = folders.flatMap((folder) => attempt(() => [...host.readFolder(folder)]) ?? []);
  const inputs = found.filter(({ path, kind }) => kind === 'file' && isInput(path));
  const files = inputs.flatMap(({ path, read }) => entry(path, read));
  return { folders, files: new Map([...config, ...files]) };
}

/** The snapshot with what a build has written itself, as far as it belongs to the inputs. */
export function withOwnFiles({ folders, files }: InputSnapshot, host: Host, written: readonly string[]): InputSnapshot {
  const own = written.filter((path) => isInput(path) && folders.some((folder) => path.startsWith(`${folder}/`)));
  return { folders, files: new Map([...files, ...own.flatMap((path) => entry(path, () => host.readFile(path)))]) };
}

/** What differs, in the order of the paths. Between different folders, mcpgen.yaml alone: the rest follows from it. */
export function changesBetween(before: InputSnapshot, after: InputSnapshot): InputChange[] {
  const paths = isSameFolders(before.folders, after.folders)
    ? [...new Set([...before.files.keys(), ...after.files.keys()])].sort()
    : [configFile];
  return paths.flatMap((path): InputChange[] => {
    const [old, now] = [before.files.get(path), after.files.get(path)];
    if (old === now) return [];
    return [{ path, how: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed' }];
  });
}

export function isSameFolders(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((folder, index) => folder === b[index]);
}

/** In one line: "manifests/a.yaml changed, manifests/b.yaml added and 3 more". */
export function describeChanges(changes: readonly InputChange[]): string {
  const shown = changes.slice(0, changes.length <= 3 ? 3 : 2).map(({ path, how }) => `${visible(path)} ${how}`);
  const more = changes.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function entry(path: string, read: () => Uint8Array | undefined): [string, string][] {
  try {
    const bytes = read();
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

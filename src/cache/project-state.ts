import { createHash } from 'node:crypto';
import { type Host, HostError, type HostKind } from '../host/host.js';
import { contentDigest, type Observations } from './observing-host.js';

/** Which part of a project was looked at: all of some folders, and some files or places beside them. */
export interface Scope {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** What stands at a path, and what is in it: the digest of its bytes, or why they cannot be read. */
interface Standing {
  readonly kind: HostKind;
  readonly content: string;
}

/** A part of a project as it is now. Places where nothing stands are left out. */
export type ProjectState = ReadonlyMap<string, Standing>;

/** The smallest scope that has all of what was seen. */
export function scopeOf({ files, folders, kinds }: Observations): Scope {
  const outermost = [...folders.keys()].filter((each) => ![...folders.keys()].some((other) => isBelow(each, other)));
  const single = new Set([...files.keys(), ...kinds.keys()]);
  return {
    folders: outermost.sort(),
    files: [...single].filter((path) => !outermost.some((folder) => isBelow(path, folder))).sort(),
  };
}

/**
 * Everything in the scope. Files are read, but for those whose content is `known` by its digest: one who says what led to a result
 * says it of what was read then, whatever is there now. Throws HostError when a folder cannot be listed.
 */
export function stateOf(
  host: Host,
  { folders, files }: Scope,
  known: ReadonlyMap<string, string> = new Map(),
): ProjectState {
  const state = new Map<string, Standing>();
  for (const folder of folders) {
    for (const each of host.readFolder(folder)) {
      const { path, kind } = each;
      const digest = kind === 'file' ? known.get(path) : undefined;
      if (digest !== undefined) {
        state.set(path, { kind, content: digest });
        continue;
      }
      const bytes = each.read();
      // A link may lead to a file of the project, which then is read through it.
      state.set(path, { kind, content: bytes === undefined ? contentAt(host, path) : contentDigest(bytes) });
    }
  }
  for (const path of files) {
    const kind = host.kindOf(path);
    if (kind !== 'absent') state.set(path, { kind, content: contentAt(host, path) });
  }
  return state;
}

/** One digest of a scope and all that stands in it. */
export function digestOfState(scope: Scope, state: ProjectState): string {
  const hash = createHash('sha256').update(JSON.stringify(scope));
  for (const [path, { kind, content }] of state) hash.update(JSON.stringify([path, kind, content]));
  return hash.digest('hex');
}

/**
 * Whether what was seen is what stands there now, apart from files that the one who looked has written since (`written`: digests of
 * their contents). What somebody else changed in the meantime makes the observations worthless.
 */
export function isStillSo(seen: Observations, state: ProjectState, written: ReadonlyMap<string, string>): boolean {
  const isAsWritten = [...written].every(([path, content]) => (state.get(path)?.content ?? content) === content);
  const areFilesSo = [...seen.files].every(
    ([path, content]) => written.has(path) || content === (state.get(path)?.content ?? 'absent'),
  );
  const areKindsSo = [...seen.kinds].every(
    ([path, kind]) => written.has(path) || kind === (state.get(path)?.kind ?? 'absent'),
  );
  return (
    isAsWritten &&
    areFilesSo &&
    areKindsSo &&
    [...seen.folders].every(([folder, entries]) => {
      if (entries === 'refused') return false;
      const before = new Map(entries.map(({ path, kind }) => [path, kind]));
      const now = [...state].filter(([path]) => isBelow(path, folder) && (before.has(path) || !written.has(path)));
      return now.length === before.size && now.every(([path, { kind }]) => before.get(path) === kind);
    })
  );
}

function contentAt(host: Host, path: string): string {
  try {
    const bytes = host.readFile(path);
    return bytes === undefined ? 'absent' : contentDigest(bytes);
  } catch (error) {
    if (error instanceof HostError) return error.systemCode;
    throw error;
  }
}

function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
}

import { isInsidePath } from '../host/project-path.js';
import { isJsonObject } from '../json.js';

/** Stands in the output folder. What it lists is what mcpgen owns there; it does not list itself. */
export const lockFileName = 'mcpgen.lock';

export interface LockFile {
  /** Version of the compiler that wrote the output. */
  readonly mcpgen: string;
  /** Digest of the canonical model that the output was made from. */
  readonly model: string;
  /** Digest of each owned file (`digestOf`), by its path below the output folder. */
  readonly files: ReadonlyMap<string, string>;
}

export type ParsedLockFile =
  | { readonly ok: true; readonly lock: LockFile }
  | { readonly ok: false; readonly problem: string };

const versionPattern = /^[0-9A-Za-z.+-]{1,100}$/;
const digestPattern = /^sha256-[0-9A-Za-z+/=_-]{1,100}$/;
const conflictPattern = /^(?:<{7}|={7}|>{7})(?: |\r?$)/m;

/** The text of the lock file: sorted, one file a line, so that merges and diffs stay small. */
export function formatLockFile(lock: LockFile): string {
  const files = [...lock.files].sort(([a], [b]) => (a < b ? -1 : 1));
  // A list of lines instead of an object: `JSON.stringify` would move paths that look like numbers to the front.
  const lines = files.map(([path, digest]) => `    ${JSON.stringify(path)}: ${JSON.stringify(digest)}`);
  const list = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  return `{\n  "mcpgen": ${JSON.stringify(lock.mcpgen)},\n  "model": ${JSON.stringify(lock.model)},\n  "files": ${list}\n}\n`;
}

/**
 * Reads a lock file that may come from a stranger. Nothing in it is trusted: it is refused as a whole when a path
 * leaves the output folder, since what it lists can be removed; `problem` is for a person and quotes only checked text.
 */
export function parseLockFile(text: string): ParsedLockFile {
  if (conflictPattern.test(text)) return { ok: false, problem: 'it holds the markers of a merge conflict' };
  const value = parseJson(text);
  if (value === undefined) return { ok: false, problem: 'it is not JSON' };
  if (!isJsonObject(value)) return { ok: false, problem: 'it is not a JSON object' };
  const { mcpgen, model, files } = value;
  if (typeof mcpgen !== 'string' || !versionPattern.test(mcpgen))
    return { ok: false, problem: '"mcpgen" is not a version' };
  if (typeof model !== 'string' || !digestPattern.test(model)) return { ok: false, problem: '"model" is not a digest' };
  if (!isJsonObject(files)) return { ok: false, problem: '"files" is not an object' };
  const owned = new Map<string, string>();
  for (const [path, digest] of Object.entries(files)) {
    const shown = JSON.stringify(path.slice(0, 200));
    if (!isOwnedPath(path))
      return { ok: false, problem: `it lists ${shown}, which is not a file below the output folder` };
    if (typeof digest !== 'string' || !digestPattern.test(digest)) {
      return { ok: false, problem: `it has no digest for ${shown}` };
    }
    owned.set(path, digest);
  }
  return { ok: true, lock: { mcpgen, model, files: owned } };
}

function isOwnedPath(path: string): boolean {
  return isInsidePath(path) && path.toLowerCase() !== lockFileName && !/\p{Cc}/u.test(path);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

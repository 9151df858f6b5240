import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { readOwnFile } from './own-file.js';
import { dropOldest, putWhole } from './put-whole.js';

/**
 * Where results of earlier builds are kept. A key is a digest of everything that a result follows from, so an entry is right or
 * not found; what is damaged counts as not found. Nothing here throws: a cache that cannot be used makes builds slow, not wrong.
 */
export interface CacheStore {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
}

/** What is kept in a folder: names begin with the kind, and so many entries of it are kept before the oldest ones go. */
export interface Kind {
  readonly prefix: string;
  readonly mostEntries: number;
}

/** What builds and checks have said. */
export const results: Kind = { prefix: 'result-', mostEntries: 512 };

/** What they remember of the parts of a project: some megabytes for a large one. */
export const memories: Kind = { prefix: 'memory-', mostEntries: 32 };

/**
 * A folder of the user for cached results. It lies outside of every project, so that a repository cannot bring a result along.
 * `MCPGEN_CACHE_DIR` names another folder; `off` means none. Undefined when there is no place for one.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string | undefined {
  const chosen = env['MCPGEN_CACHE_DIR'];
  if (chosen === 'off') return undefined;
  if (chosen !== undefined && chosen !== '') return isAbsolute(chosen) ? chosen : undefined;
  const home = homedir();
  const base =
    platform === 'win32'
      ? env['LOCALAPPDATA']
      : platform === 'darwin'
        ? join(home, 'Library/Caches')
        : env['XDG_CACHE_HOME'] || join(home, '.cache');
  return base === undefined || !isAbsolute(base) ? undefined : join(base, 'mcpgen');
}

/**
 * Keeps texts of one kind as files, each under the digest of its key and itself: a half-written or changed one is no entry, and
 * neither is one of another key, or of another user.
 */
export function createCacheFolder(folder: string, { prefix, mostEntries }: Kind): CacheStore {
  return {
    get(key) {
      try {
        const text = readOwnFile(join(folder, prefix + key))?.toString();
        if (text === undefined) return undefined;
        const end = text.indexOf('\n');
        const payload = text.slice(end + 1);
        return text.slice(0, end) === digestOf(key, payload) ? payload : undefined;
      } catch {
        return undefined;
      }
    },
    put(key, text) {
      try {
        putWhole(folder, prefix + key, () => `${digestOf(key, text)}\n${text}`);
        // A quarter at once, so that this is rare.
        dropOldest(folder, prefix, mostEntries, (mostEntries * 3) / 4);
      } catch {
        // The folder cannot be written to.
      }
    },
  };
}

function digestOf(key: string, text: string): string {
  return createHash('sha256').update(JSON.stringify(key)).update(text).digest('hex');
}

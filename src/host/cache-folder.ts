import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { dropOldest, putWhole } from './put-whole.js';

/**
 * Where results of earlier builds are kept. A key is a digest of everything that a result follows from, so an entry is right or
 * not found; what is damaged counts as not found. Nothing here throws: a cache that cannot be used makes builds slow, not wrong.
 */
export interface CacheStore {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
}

/** Entries that a folder keeps before its oldest ones go. */
const mostEntries = 512;

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

/** Keeps texts as files, each under its own digest's guard: a half-written or changed one is no entry. */
export function createCacheFolder(folder: string): CacheStore {
  return {
    get(key) {
      try {
        const text = readFileSync(join(folder, key), 'utf8');
        const end = text.indexOf('\n');
        const payload = text.slice(end + 1);
        return text.slice(0, end) === digestOf(payload) ? payload : undefined;
      } catch {
        return undefined;
      }
    },
    put(key, text) {
      try {
        putWhole(folder, key, () => `${digestOf(text)}\n${text}`);
        const names = readdirSync(folder);
        // A quarter at once, so that this is rare.
        if (names.length > mostEntries) dropOldest(folder, names, (mostEntries * 3) / 4);
      } catch {
        // The folder cannot be written to.
      }
    },
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

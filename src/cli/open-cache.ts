import { ProjectCache } from '../cache/project-cache.js';
import { cacheFolder, createCacheFolder, memories, results } from '../host/cache-folder.js';
import { readBuildId } from '../host/package-assets.js';

/** The cache of this user, for this compiler on this Node; undefined when it is not wanted or there can be none. */
export function openCache(flags: { readonly 'no-cache': boolean }): ProjectCache | undefined {
  const folder = flags['no-cache'] ? undefined : cacheFolder();
  const id = folder === undefined ? undefined : readBuildId();
  if (folder === undefined || id === undefined) return undefined;
  const [whole, parts] = [createCacheFolder(folder, results), createCacheFolder(folder, memories)];
  return new ProjectCache(whole, parts, `${id} ${process.version}`);
}

/**
 * Where results of earlier builds are kept. A key is a digest of everything that a result follows from, so an entry is right or
 * not found; what is damaged counts as not found. Nothing here throws: a cache that cannot be used makes builds slow, not wrong.
 */
export interface CacheStore {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
}

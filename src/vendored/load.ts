import { createRequire } from 'node:module';

let load: ((id: string) => unknown) | undefined;

/** Has the files of `loadVendored` loaded by a function that is given their paths from here, as `require` would be. */
export function loadVendoredBy(other: (id: string) => unknown): void {
  load = other;
}

/**
 * Loads a CommonJS file that `npm run build` has put into `dist/vendor`, when it is first needed: what a module imports, it imports
 * at every start.
 */
export function loadVendored<T>(path: string): T {
  load ??= createRequire(import.meta.url);
  return load(`../../dist/vendor/${path}`) as T;
}

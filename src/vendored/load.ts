import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Loads a CommonJS file that `npm run build` has put into `dist/vendor`, when it is first needed: what a module imports, it imports
 * at every start.
 */
export function loadVendored<T>(path: string): T {
  return require(`../../dist/vendor/${path}`) as T;
}

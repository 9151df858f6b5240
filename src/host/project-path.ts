import { HostError, type HostOperation } from './host.js';

/**
 * True for a path that names something below the folder it is relative to, on every system: segments joined by `/`,
 * none of them empty, `.` or `..`, no backslash, NUL or drive letter. Says nothing about symbolic links.
 */
export function isInsidePath(path: string): boolean {
  if (path === '' || /[\\\0]/.test(path) || /^[A-Za-z]:/.test(path)) return false;
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

/** The segments of a path that stays inside the root. Throws HostError `OUTSIDE` for any other one. */
export function segmentsOf(operation: HostOperation, path: string): string[] {
  if (!isInsidePath(path)) throw new HostError(operation, path, 'OUTSIDE');
  return path.split('/');
}

/** The folders on the way to a path, outermost first, without the path itself: `a/b/c` has `a` and `a/b`. */
export function foldersAbove(path: string): string[] {
  const segments = path.split('/');
  return segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1).join('/'));
}

import type { Diagnostic } from '../diagnostic.js';

/**
 * Findings in the order in which every format prints them: those about the whole project first, then by file,
 * position and code. Independent of the order of the stages, so that two runs never differ.
 */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.span?.file.path ?? '', b.span?.file.path ?? '') ||
      compare(a.span?.start ?? -1, b.span?.start ?? -1) ||
      compare(a.span?.end ?? -1, b.span?.end ?? -1) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

/** By code units, which no locale changes. */
function compare<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Files by path. */
export function filesInOrder<T extends { readonly path: string }>(files: readonly T[]): T[] {
  return [...files].sort((a, b) => compare(a.path, b.path));
}

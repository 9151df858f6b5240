import type { Diagnostic } from './diagnostic.js';

/**
 * What a stage gives back: user mistakes are values, thrown exceptions are bugs of ours.
 * `value` is absent exactly when there is an error among the diagnostics.
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A value if no finding is an error, only the findings otherwise. */
export function resultOf<T>(value: T, diagnostics: readonly Diagnostic[]): Result<T> {
  return diagnostics.some((each) => each.severity === 'error')
    ? { ok: false, diagnostics }
    : { ok: true, value, diagnostics };
}

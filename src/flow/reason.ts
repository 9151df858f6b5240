import type { JsonValue } from '../json.js';

/** Whether every value that is produced is acceptable where it goes; if that cannot be shown, why. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** One place where a value does not fit, or cannot be shown to fit. Readable on its own in one line. */
export interface Reason {
  /** JSON Pointer (RFC 6901) into the target's instance, `''` for the whole of it. */
  readonly path: string;
  /** `missing`: a property that must be there may be absent. `forbidden`: something that must not be there. */
  readonly kind: 'missing' | 'forbidden' | 'other';
  /** Index of the mapping that produces what stands there, where it is one. */
  readonly piece?: number;
  /** In words: `a string of at most 200 characters`, `nothing`, `one of "a", "b"`. */
  readonly produced: string;
  /** In words: `a string that matches ^TCK-`, `a required property`, `no property of this name`. */
  readonly needed: string;
  /** True when some value surely fails. False when it could not be decided, as between two patterns that are hard to compare. */
  readonly certain: boolean;
  /** With `certain` only: a whole value as the target would be given it, and would refuse it. Made up, for the reader. */
  readonly example?: JsonValue;
}

import type { Severity } from '../diagnostic.js';

/** One kind of finding. Its code is public API; its page is `docs/diagnostics/<code>.md`. */
export interface CatalogueEntry<Params> {
  readonly severity: Severity;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: (params: Params) => string;
  /** How to mend it, when that follows from the parameters alone. */
  readonly help?: (params: Params) => string | undefined;
}

/** Keeps the parameter type of each entry, so that a call site with wrong parameters does not compile. */
export function entry<Params>(value: CatalogueEntry<Params>): CatalogueEntry<Params> {
  return value;
}

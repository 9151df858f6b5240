import type { JsonObject } from '../json.js';
import type { Semantics, SideEffect } from '../manifest/manifest.generated.js';
import { changesSomething } from '../runtime/effects.js';

/** The hints of `ToolAnnotations` (MCP 2026-07-28), the title apart. */
export interface Hints {
  readonly readOnlyHint?: boolean;
  readonly destructiveHint?: boolean;
  readonly idempotentHint?: boolean;
  readonly openWorldHint?: boolean;
}

export type HintName = keyof Hints;

/** The value of each hint that promises less, so that a client takes more care. */
export const cautious: Readonly<Record<HintName, boolean>> = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: true,
};

/** What declared side effects say about the hints. A hint that nothing was declared about is absent. */
export function deriveHints({ side_effects, idempotent }: Semantics): Hints {
  return {
    readOnlyHint: !side_effects.some(changesSomething),
    destructiveHint: side_effects.some((effect) => !effect.reversible),
    ...(idempotent === undefined ? {} : { idempotentHint: idempotent }),
    openWorldHint: side_effects.some(isOpenWorld),
  };
}

/**
 * The annotations that are served: derived ones, and in their place what the author wrote where it is more cautious. A less
 * cautious one is an error that `check/` has found. A tool that may destroy something is not read-only, whoever says so.
 */
export function annotationsOf(
  semantics: Semantics | undefined,
  written: JsonObject | undefined,
): JsonObject | undefined {
  if (semantics === undefined) return written;
  const derived = deriveHints(semantics);
  const served: JsonObject = written?.['title'] === undefined ? {} : { title: written['title'] };
  for (const name of Object.keys(cautious) as HintName[]) {
    const value = written?.[name] === cautious[name] ? cautious[name] : derived[name];
    if (value !== undefined) served[name] = value;
    else if (written?.[name] !== undefined) served[name] = written[name];
  }
  if (served['destructiveHint'] === true) served['readOnlyHint'] = false;
  return served;
}

export function isOpenWorld({ type }: Pick<SideEffect, 'type'>): boolean {
  return type === 'external_api' || type === 'network';
}

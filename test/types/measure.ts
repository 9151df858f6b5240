import type { declareTypes } from '../../src/types/declare-types.js';

export interface Row {
  readonly groups: number;
  readonly compiles: number;
  readonly valid: number;
  readonly acceptedLiteral: number;
  readonly acceptedVariable: number;
  readonly invalid: number;
  readonly rejectedLiteral: number;
  readonly rejectedVariable: number;
}

/** What `scripts/measure-types.mjs` offers. */
interface Measure {
  suiteGroups(): readonly object[] | undefined;
  measure(
    groups: readonly object[],
    declare: typeof declareTypes,
  ): { readonly total: Row; readonly faults: readonly Fault[] };
  typeErrors(
    texts: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, readonly { readonly line: number; readonly message: string }[]>;
}

interface Fault {
  readonly kind: 'does not compile' | 'refuses a valid value' | 'takes an invalid value';
  readonly group: { readonly description: string };
  readonly test?: { readonly description: string };
}

export async function loadMeasure(): Promise<Measure> {
  const script = new URL('../../scripts/measure-types.mjs', import.meta.url).href;
  return (await import(/* @vite-ignore */ script)) as Measure;
}

import type { JsonObject, JsonValue } from '../../../src/json.js';
import type { declareTypes } from '../../../src/types/declare-types.js';

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

export interface Result {
  readonly rows: ReadonlyMap<string, Row>;
  readonly total: Row;
  readonly faults: readonly Fault[];
}

interface Fault {
  readonly kind: 'does not compile' | 'refuses a valid value' | 'takes an invalid value';
  readonly group: { readonly description: string };
  readonly test?: { readonly description: string };
}

/** A schema, and values to assign to its type. */
export interface Item {
  readonly schema: JsonObject;
  readonly values: readonly JsonValue[];
}

/** What TypeScript says of an item. */
export interface Verdict {
  readonly text: string;
  readonly broken?: string;
  readonly refused: readonly { readonly literal?: string; readonly variable?: string }[];
}

/** What `scripts/measure-types.mjs` offers. */
interface Measure {
  suiteGroups(): readonly object[] | undefined;
  measure(groups: readonly object[], declare: typeof declareTypes): Result;
  table(result: Result): string;
  assign(items: readonly Item[], declare: typeof declareTypes): readonly Verdict[];
  typeErrors(
    texts: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, readonly { readonly line: number; readonly message: string }[]>;
}

export async function loadMeasure(): Promise<Measure> {
  const script = new URL('../../../scripts/measure-types.mjs', import.meta.url).href;
  return (await import(/* @vite-ignore */ script)) as Measure;
}

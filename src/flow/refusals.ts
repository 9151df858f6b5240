import type { JsonObject, JsonValue } from '../json.js';
import { Acceptance } from './accepts.js';
import { feeds } from './flow.js';
import { hasAddress, referenceTo, within } from './part-of-schema.js';
import type { Reason } from './reason.js';
import { SchemaGraph } from './schema-graph.js';
import { TooLarge, Work } from './work.js';

/** A value, and where the schema stands that it is held against: a JSON Pointer into the whole schema. */
export interface Placed {
  readonly pointer: string;
  readonly value: JsonValue;
}

/**
 * Why values are not valid at their places in a self-contained schema, one entry a value: nothing for those that are, and for those of which it
 * cannot be said. Throws as `feeds` does.
 */
export function refusals(schema: JsonObject, placed: readonly Placed[]): (readonly Reason[] | undefined)[] {
  if (placed.length === 0 || !hasAddress(schema)) {
    return placed.map(() => undefined);
  }
  const isRefused = refuser(schema, placed);
  return placed.map(({ pointer, value }, index) => {
    if (!isRefused(index, value)) return undefined;
    const verdict = feeds({ const: value }, { ...within(schema), allOf: [{ $ref: referenceTo(schema, pointer) }] });
    return verdict.ok ? undefined : verdict.reasons;
  });
}

function refuser(schema: JsonObject, placed: readonly Placed[]): (index: number, value: JsonValue) => boolean {
  const work = new Work();
  const acceptance = new Acceptance(work);
  try {
    const properties = placed.map(({ pointer }, index) => [`${index}`, { $ref: referenceTo(schema, pointer) }]);
    const graph = new SchemaGraph([{ ...within(schema), properties: Object.fromEntries(properties) }], work);
    const members = graph.roots[0]?.atoms.find((atom) => atom.kind === 'members');
    return (index, value) => {
      const node = members?.properties.get(`${index}`);
      if (node === undefined) return false;
      work.allowMore();
      return !unless(TooLarge, true, () => acceptance.accepts(node, value));
    };
  } catch (error) {
    if (error instanceof TooLarge) return () => false;
    throw error;
  }
}

function unless<T>(expected: new (message: string) => Error, otherwise: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof expected) return otherwise;
    throw error;
  }
}

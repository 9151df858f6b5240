import type { JsonObject, JsonValue } from '../json.js';
import { compare, tooLarge } from './compare.js';
import { demandsOf } from './demands.js';
import { Judge } from './judge.js';
import type { Verdict } from './reason.js';
import { SchemaGraph } from './schema-graph.js';
import { TooLarge, Work } from './work.js';

export type { Reason, Verdict } from './reason.js';

/**
 * One property mapping: the value at `from` is put at `to`. Both are JSON Pointers (RFC 6901) into instances, `''` for the
 * whole. A step of `to` always names a member; objects on the way come to be with their first part.
 */
export interface Piece {
  /** What is known of the value that the piece is taken from: a self-contained schema in any dialect that mcpgen accepts. */
  readonly schema: JsonObject;
  readonly from: string;
  readonly to: string;
  /** The value that the piece is taken from may be absent altogether, as after a step that may be skipped. */
  readonly optional?: boolean;
  /** Put at `to` where there is nothing at `from`. Without it, nothing is put there. */
  readonly default?: JsonValue;
  /**
   * Names the value that the piece is taken from: pieces with the same name are parts of one value of the same schema, so that
   * what holds between its parts is known. Pieces without a name are taken to be independent.
   */
  readonly source?: string;
}

/** The same value, each time, at `to`. */
export interface Constant {
  readonly value: JsonValue;
  readonly to: string;
}

/** What is known of the value at a place. */
export interface Known {
  /** A self-contained schema of dialect 2020-12 that every value there satisfies; `{}` when nothing is known. */
  readonly schema: JsonObject;
  /** False when there may be no value at that place. */
  readonly always: boolean;
}

/**
 * Whether every value of `source` is valid for `target`. Never `ok` when one is not; not `ok` with `certain: false` where it could
 * not be shown. Both are self-contained schemas; throws when a reference leaves its schema, or for an unknown dialect.
 */
export function feeds(source: JsonObject, target: JsonObject): Verdict {
  const judge = judgeOf([source, target]);
  const [from, to] = judge?.graph.roots ?? [];
  if (judge === undefined || from === undefined || to === undefined) return tooLarge;
  return compare(judge, [from.id], to, (value) => (judge.shapes.acceptance.accepts(from, value) ? value : undefined));
}

/** Undefined when the schemas are too large even to be read. */
function judgeOf(schemas: readonly JsonObject[]): Judge | undefined {
  try {
    return new Judge(new SchemaGraph(schemas, new Work()));
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** Whether every object that can be assembled from the pieces is valid for `target`. Answers as `feeds` does. */
export function feedsMapped(_pieces: readonly (Piece | Constant)[], _target: JsonObject): Verdict {
  return tooLarge;
}

/** False only if surely no value is valid for both schemas: a comparison of their values could never come out equal. */
export function mayMeet(source: JsonObject, target: JsonObject): boolean {
  const judge = judgeOf([source, target]);
  if (judge === undefined) return true;
  try {
    return !judge.isEmpty(demandsOf(judge.graph.roots.map(({ id }) => id)));
  } catch (error) {
    if (error instanceof TooLarge) return true;
    throw error;
  }
}

/**
 * What is known of the value at a JSON Pointer into the instances of a schema, and whether there always is one. Undefined when
 * no valid instance has a value there.
 */
export function schemaAt(schema: JsonObject, pointer: string): Known | undefined {
  return pointer === '' ? { schema, always: true } : { schema: {}, always: false };
}

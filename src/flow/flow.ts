import type { JsonObject } from '../json.js';
import { stepsOf } from '../runtime/json.js';
import { assemble } from './assemble.js';
import { compare, tooLarge } from './compare.js';
import { demandsOf } from './demands.js';
import { Judge } from './judge.js';
import { originsOf } from './origins.js';
import { partAt } from './part-at.js';
import type { Constant, Piece } from './piece.js';
import { atPieces, withoutPrototype } from './piece-reasons.js';
import type { Verdict } from './reason.js';
import { SchemaGraph } from './schema-graph.js';
import { traceBack } from './trace-back.js';
import { TooLarge, Work } from './work.js';
import { writeSchema } from './write-schema.js';

export type { Constant, Piece } from './piece.js';
export type { Reason, Verdict } from './reason.js';

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
  return orTooLarge(tooLarge, () => {
    const judge = judgeOf([source, target]);
    const [from, to] = rootsOf(judge);
    return compare(judge, [from.id], to, (value) => (judge.shapes.acceptance.accepts(from, value) ? [value] : []));
  });
}

/**
 * Whether every object that can be assembled from the pieces, in their order, is valid for `target`. Answers as `feeds` does. Where
 * no piece has a value, the whole is `{}`.
 */
export function feedsMapped(pieces: readonly (Piece | Constant)[], target: JsonObject): Verdict {
  const impossible = withoutPrototype(pieces);
  if (impossible !== undefined) return impossible;
  return orTooLarge(tooLarge, () => {
    const origins = originsOf(pieces);
    const judge = judgeOf([target, ...origins.map(({ schema }) => schema)]);
    const [to, ...roots] = rootsOf(judge);
    const whole = assemble(judge, pieces, origins, roots);
    const realise = traceBack(judge, pieces, origins, roots);
    return atPieces(compare(judge, demandsOf([whole.id]), to, realise), pieces);
  });
}

/** False only if surely no value is valid for both schemas: a comparison of their values could never come out equal. */
export function mayMeet(source: JsonObject, target: JsonObject): boolean {
  return orTooLarge(true, () => {
    const judge = judgeOf([source, target]);
    return !judge.isEmpty(demandsOf(rootsOf(judge).map(({ id }) => id)));
  });
}

/**
 * What is known of the value at a JSON Pointer into the instances of a schema, and whether there always is one. Undefined when
 * no valid instance has a value there.
 */
export function schemaAt(schema: JsonObject, pointer: string): Known | undefined {
  return orTooLarge<Known | undefined>({ schema: {}, always: false }, () => {
    const judge = judgeOf([schema]);
    const [root] = rootsOf(judge);
    const { nodes, absent } = partAt(judge, [root.id], stepsOf(pointer));
    const possible = nodes.filter((node) => !judge.isEmpty([node.id]));
    if (possible.length === 0) return undefined;
    return { schema: writeSchema(judge.graph, judge.graph.anyOf(possible)), always: !absent };
  });
}

/** Names that the schema lists of the members of the values at a place. */
export function namesAt(schema: JsonObject, pointer: string): readonly string[] {
  return orTooLarge<readonly string[]>([], () => {
    const judge = judgeOf([schema]);
    const [root] = rootsOf(judge);
    const { nodes } = partAt(judge, [root.id], stepsOf(pointer));
    const shapes = nodes.flatMap((node) => judge.shapes.of([node.id]));
    const names = shapes.flatMap((shape) => judge.parts.casesOf(shape).flatMap(({ name }) => name ?? []));
    return [...new Set(names)].sort();
  });
}

function judgeOf(schemas: readonly JsonObject[]): Judge {
  return new Judge(new SchemaGraph(schemas, new Work()));
}

function rootsOf({ graph }: Judge) {
  const [first = graph.anything, second = graph.anything, ...others] = graph.roots;
  return [first, second, ...others] as const;
}

/** What takes too many steps is given up. */
function orTooLarge<T>(otherwise: T, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof TooLarge) return otherwise;
    throw error;
  }
}

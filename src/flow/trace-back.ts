import { isJsonObject, type JsonValue } from '../json.js';
import { stepsOf } from '../runtime/json.js';
import { isOneOf } from '../runtime/same-json.js';
import { assembleRest } from '../runtime/workflow-assembly.js';
import { WorkflowScope } from '../runtime/workflow-scope.js';
import type { SchemaNode } from './atom.js';
import { demandsOf } from './demands.js';
import type { Judge } from './judge.js';
import type { Origin } from './origins.js';
import { isIndex, valueAt } from './part-at.js';
import type { Constant, Piece } from './piece.js';
import { Samples } from './samples.js';

/** Values that are tried for each origin, and combinations of them. */
const mostValues = 4;
const mostCombinations = 24;

/**
 * For a value that was made up as the whole: values of the origins from which, as far as possible, the same is assembled. What
 * comes out is always what the run-time assembly makes of valid values.
 */
export function traceBack(
  judge: Judge,
  pieces: readonly (Piece | Constant)[],
  origins: readonly Origin[],
  roots: readonly SchemaNode[],
): (whole: JsonValue) => Iterable<JsonValue> {
  const samples = new Samples(judge);
  const { acceptance } = judge.shapes;
  const mappings = pieces.map((piece, index) => {
    if (!('from' in piece)) return piece;
    const origin = origins.findIndex((each) => each.pieces.includes(index));
    return { ...piece, from: nameOf(origin) + piece.from };
  });
  const candidatesFor = (whole: JsonValue, origin: Origin, root: SchemaNode): readonly (JsonValue | undefined)[] => {
    const own = origin.pieces.map((index) => pieces[index]).filter((piece) => piece !== undefined && 'from' in piece);
    const found = samples
      .of(demandsOf([root.id]))
      .slice(0, mostValues)
      .flatMap((sample) => {
        const made = [true, false].map((isGiven) =>
          own.reduce((value: JsonValue, piece) => withPart(value, piece, whole, isGiven), sample),
        );
        return [...made, sample].filter((value) => acceptance.accepts(root, value));
      });
    return origin.optional ? [...found.slice(0, mostValues), undefined] : found.slice(0, mostValues);
  };
  return function* (whole) {
    const candidates = origins.map((origin, at) => candidatesFor(whole, origin, roots[at] ?? judge.graph.anything));
    for (const values of combine(candidates).slice(0, mostCombinations)) yield assembleFrom(values);
  };

  function assembleFrom(values: readonly (JsonValue | undefined)[]): JsonValue {
    judge.graph.work.spend(pieces.length);
    const scope = new WorkflowScope(null);
    for (const [at, value] of values.entries()) {
      const step = { id: nameOf(at), inputs: [], after: [], errorHandling: { strategy: 'abort' } } as const;
      if (value === undefined) scope.skip(step);
      else scope.finish(step, value);
    }
    const made = assembleRest(mappings, scope) as JsonValue | undefined;
    return made === undefined ? {} : made;
  }
}

function nameOf(origin: number): string {
  return `s${origin}`;
}

/** The value with the part of the whole that the piece would take from it; a part like the default is given, or left to it. */
function withPart(value: JsonValue, piece: Piece, whole: JsonValue, isGiven: boolean): JsonValue {
  const part = valueAt(whole, stepsOf(piece.to));
  const isLeft = !isGiven && part !== undefined && piece.default !== undefined && isOneOf([piece.default], part);
  return put(value, stepsOf(piece.from), isLeft ? undefined : part);
}

function put(value: JsonValue, [step, ...rest]: readonly string[], part: JsonValue | undefined): JsonValue {
  if (step === undefined) return part ?? value;
  if (Array.isArray(value)) {
    if (!isIndex(step) || Number(step) > value.length) return value;
    const index = Number(step);
    if (part === undefined && rest.length === 0) return value.slice(0, index);
    return replaced(value, index, put(value[index] ?? {}, rest, part));
  }
  const { [step]: before = {}, ...others } = isJsonObject(value) ? value : {};
  if (part === undefined && rest.length === 0) return others;
  return { ...others, [step]: put(before, rest, part) };
}

function replaced(items: readonly JsonValue[], index: number, item: JsonValue): JsonValue {
  return [...items.slice(0, index), item, ...items.slice(index + 1)];
}

function combine<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.slice(0, mostCombinations).flatMap((each) => list.map((one) => [...each, one])),
    [[]],
  );
}

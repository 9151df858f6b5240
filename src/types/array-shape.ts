import { both, type Demands } from './constraint.js';
import type { Knowledge } from './object-shape.js';

/** Arrays of one kind. */
export interface ArrayShape {
  readonly prefix: readonly Demands[];
  /** What items after the prefix must satisfy. */
  readonly rest: Demands;
  readonly fewest: number;
  readonly most: number;
  /** False when the schema takes fewer arrays than the shape does. */
  readonly exact: boolean;
}

export const everyArray: ArrayShape = { prefix: [], rest: [], fewest: 0, most: Number.POSITIVE_INFINITY, exact: true };
/** As far as a type can say it every array, though the schema takes fewer. */
export const someArrays: ArrayShape = { ...everyArray, exact: false };

/** True when only the length is limited. */
function saysNothingOfItems(shape: ArrayShape): boolean {
  return shape.prefix.length === 0 && shape.rest.length === 0;
}

function saysNothing(shape: ArrayShape): boolean {
  return saysNothingOfItems(shape) && shape.fewest === 0 && shape.most === Number.POSITIVE_INFINITY;
}

/** Arrays of both shapes, or undefined when there are none. Gives back one of its arguments when that is the answer. */
export function intersectArrays(left: ArrayShape, right: ArrayShape, knowledge: Knowledge): ArrayShape | undefined {
  const exact = left.exact && right.exact;
  if (saysNothing(left)) return right.exact === exact ? right : { ...right, exact };
  if (saysNothing(right)) return left.exact === exact ? left : { ...left, exact };
  const prefix = Array.from({ length: Math.max(left.prefix.length, right.prefix.length) }, (_, index) =>
    both(left.prefix[index] ?? left.rest, right.prefix[index] ?? right.rest),
  );
  const fewest = Math.max(left.fewest, right.fewest);
  const most = Math.min(left.most, right.most);
  return settleArray({ prefix, rest: both(left.rest, right.rest), fewest, most, exact }, knowledge);
}

/** Draws the conclusions on length from items that cannot be; undefined when no array is left. */
export function settleArray(shape: ArrayShape, knowledge: Knowledge): ArrayShape | undefined {
  let most = shape.most;
  if (knowledge.isNever(shape.rest)) most = Math.min(most, shape.prefix.length);
  const impossibleAt = shape.prefix.findIndex((demands) => knowledge.isNever(demands));
  if (impossibleAt >= 0) most = Math.min(most, impossibleAt);
  if (shape.fewest > most) return undefined;
  const prefix = shape.prefix.length > most ? shape.prefix.slice(0, most) : shape.prefix;
  return { ...shape, most, prefix };
}

/** Shapes that together hold at least the arrays outside of the shape. */
export function invertArray(shape: ArrayShape): readonly ArrayShape[] {
  if (!shape.exact || !saysNothingOfItems(shape)) return [someArrays];
  const outside: ArrayShape[] = [];
  if (shape.fewest > 0) outside.push({ ...everyArray, most: shape.fewest - 1 });
  if (shape.most < Number.POSITIVE_INFINITY) outside.push({ ...everyArray, fewest: shape.most + 1 });
  return outside;
}

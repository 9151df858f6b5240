import { type ArrayShape, everyArray, intersectArrays, invertArray } from './array-shape.js';
import {
  covers,
  everyObject,
  intersectObjects,
  invertObject,
  type Knowledge,
  type ObjectShape,
} from './object-shape.js';
import {
  everyScalar,
  intersectScalars,
  invertScalars,
  isEmptyScalar,
  noScalar,
  type ScalarSet,
  uniteScalars,
} from './scalar-set.js';

/**
 * The values that a schema takes, split by JSON type. Always at least the values that it takes: where a set would get too
 * large or cannot be told, it holds more, so a type made from it never refuses a valid value.
 */
export interface ValueSet {
  readonly null: ScalarSet<null>;
  readonly boolean: ScalarSet<boolean>;
  readonly number: ScalarSet<number>;
  readonly string: ScalarSet<string>;
  readonly arrays: readonly ArrayShape[];
  readonly objects: readonly ObjectShape[];
  /** The same set as a reader would put it: the definitions that it is the union of, and what else there is. */
  readonly named?: NamedUnion;
}

export interface NamedUnion {
  /** Pointers of the definitions. */
  readonly references: readonly string[];
  readonly others: ValueSet | undefined;
}

export const everything: ValueSet = {
  null: everyScalar,
  boolean: everyScalar,
  number: everyScalar,
  string: everyScalar,
  arrays: [everyArray],
  objects: [everyObject],
};

export const nothingAtAll: ValueSet = {
  null: noScalar,
  boolean: noScalar,
  number: noScalar,
  string: noScalar,
  arrays: [],
  objects: [],
};

/** No intersection is expanded into more alternatives than this: unions beyond it help no reader and cost tsc. */
const mostAlternatives = 24;

/** True when no value is left. */
export function isEmptySet(set: ValueSet): boolean {
  return (
    set.objects.length === 0 &&
    set.arrays.length === 0 &&
    isEmptyScalar(set.string, Number.POSITIVE_INFINITY) &&
    isEmptyScalar(set.number, Number.POSITIVE_INFINITY) &&
    isEmptyScalar(set.boolean, 2) &&
    isEmptyScalar(set.null, 1)
  );
}

/** False when the set holds more than the schema takes; what the schema says of members and items is not looked at. */
export function isExact(set: ValueSet): boolean {
  const { arrays, objects } = set;
  return [set.null, set.boolean, set.number, set.string, ...arrays, ...objects].every(({ exact }) => exact);
}

/** Values in both sets. */
export function intersect(left: ValueSet, right: ValueSet, knowledge: Knowledge): ValueSet {
  if (left === everything) return right;
  if (right === everything) return left;
  const result: ValueSet = {
    null: intersectScalars(left.null, right.null),
    boolean: intersectScalars(left.boolean, right.boolean),
    number: intersectScalars(left.number, right.number),
    string: intersectScalars(left.string, right.string),
    arrays: cross(left.arrays, right.arrays, (a, b) => intersectArrays(a, b, knowledge), weakenArray),
    objects: cross(left.objects, right.objects, (a, b) => intersectObjects(a, b, knowledge), weakenObject),
  };
  return [right, left].find((operand) => isSameSet(operand, result)) ?? result;
}

function isSameSet(left: ValueSet, right: ValueSet): boolean {
  return (['null', 'boolean', 'number', 'string', 'arrays', 'objects'] as const).every((type) => {
    const [a, b] = [left[type], right[type]];
    return (
      a === b || ('inverted' in a && 'inverted' in b && isEmptyScalar<unknown>(a, 9) && isEmptyScalar<unknown>(b, 9))
    );
  });
}

const weakenArray = (shape: ArrayShape): ArrayShape => ({ ...shape, exact: false });
const weakenObject = (shape: ObjectShape): ObjectShape => ({ ...shape, exact: false });

function cross<T>(
  left: readonly T[],
  right: readonly T[],
  meet: (left: T, right: T) => T | undefined,
  weaken: (shape: T) => T,
): readonly T[] {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  if (few.length > 1 && few.length * many.length > mostAlternatives) return few.map(weaken);
  const result = left.flatMap((a) => right.map((b) => meet(a, b))).filter((shape) => shape !== undefined);
  return (
    [right, left].find(
      (operand) => operand.length === result.length && operand.every((shape, index) => shape === result[index]),
    ) ?? result
  );
}

/** Values in either set, each definition by its name where one is known. */
export function unite(left: ValueSet, right: ValueSet): ValueSet {
  if (isEmptySet(left)) return right;
  if (isEmptySet(right)) return left;
  const union = uniteParts(left, right);
  if (left.named === undefined && right.named === undefined) return union;
  const references = new Set([...(left.named?.references ?? []), ...(right.named?.references ?? [])]);
  const others = [left, right].map((set) => (set.named === undefined ? set : set.named.others));
  const [first, second] = others;
  const both = first !== undefined && second !== undefined ? uniteParts(first, second) : (first ?? second);
  return { ...union, named: { references: [...references], others: both } };
}

function uniteParts(left: ValueSet, right: ValueSet): ValueSet {
  return {
    null: uniteScalars(left.null, right.null),
    boolean: uniteScalars(left.boolean, right.boolean),
    number: uniteScalars(left.number, right.number),
    string: uniteScalars(left.string, right.string),
    arrays: uniteShapes(left.arrays, right.arrays),
    objects: uniteShapes(left.objects, right.objects),
  };
}

function uniteShapes<T>(left: readonly T[], right: readonly T[]): readonly T[] {
  return [...new Set([...left, ...right])];
}

/** At least the values outside of the set. */
export function invert(set: ValueSet, knowledge: Knowledge): ValueSet {
  const arrays = set.arrays.map(invertArray);
  const objects = set.objects.map((shape) => invertObject(shape, knowledge));
  return {
    null: invertScalars(set.null),
    boolean: invertScalars(set.boolean),
    number: invertScalars(set.number),
    string: invertScalars(set.string),
    arrays: arrays.reduce(
      (all, next) => cross(all, next, (a, b) => intersectArrays(a, b, knowledge), weakenArray),
      [everyArray],
    ),
    objects: objects.reduce(
      (all, next) => cross(all, next, (a, b) => intersectObjects(a, b, knowledge), weakenObject),
      [everyObject],
    ),
  };
}

/** Leaves out object shapes that another one covers. For unions that we made; an author's alternatives stay, being information. */
export function withoutCovered(set: ValueSet): ValueSet {
  const objects = set.objects.filter(
    (shape, index) =>
      !set.objects.some((other, otherIndex) => {
        if (other === shape || !covers(other, shape)) return false;
        return otherIndex < index || !covers(shape, other);
      }),
  );
  return objects.length === set.objects.length ? set : { ...set, objects };
}

/** The same set where the schema is known to take fewer values. */
export function inexact(set: ValueSet): ValueSet {
  const weaken = <T>(scalars: ScalarSet<T>) => {
    return scalars.inverted || scalars.values.length > 0 ? { ...scalars, exact: false } : scalars;
  };
  return {
    ...set,
    null: weaken(set.null),
    boolean: weaken(set.boolean),
    number: weaken(set.number),
    string: weaken(set.string),
    arrays: set.arrays.map(weakenArray),
    objects: set.objects.map(weakenObject),
  };
}

/** Every value, but only these objects. */
export function onlyObjects(objects: readonly ObjectShape[]): ValueSet {
  return { ...everything, objects };
}

/** Every value, but only these arrays. */
export function onlyArrays(arrays: readonly ArrayShape[]): ValueSet {
  return { ...everything, arrays };
}

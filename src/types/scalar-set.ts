/** A set of strings, numbers, booleans or null: the values listed, or (inverted) all values but those. */
export interface ScalarSet<T> {
  readonly values: readonly T[];
  readonly inverted: boolean;
  /** False when the schema takes fewer values than the set holds, as with `minimum`: then nothing is known of the opposite. */
  readonly exact: boolean;
}

export const everyScalar: ScalarSet<never> = { values: [], inverted: true, exact: true };
export const noScalar: ScalarSet<never> = { values: [], inverted: false, exact: true };
/** As far as a type can say it every value, though the schema takes fewer. */
export const someScalar: ScalarSet<never> = { values: [], inverted: true, exact: false };

/** True when nothing is in the set; `universe` is how many values of the type exist. */
export function isEmptyScalar<T>(set: ScalarSet<T>, universe: number): boolean {
  return set.inverted ? set.values.length >= universe : set.values.length === 0;
}

/** Values in both sets. Gives back one of its arguments when that is the answer. */
export function intersectScalars<T>(left: ScalarSet<T>, right: ScalarSet<T>): ScalarSet<T> {
  const result = intersectValues(left, right);
  const isEmpty = !result.inverted && result.values.length === 0;
  const exact = isEmpty || (left.exact && right.exact);
  for (const operand of [right, left]) {
    const sameSize = operand.inverted === result.inverted && operand.values.length === result.values.length;
    if (sameSize && operand.exact === exact) return operand;
  }
  return { ...result, exact };
}

function intersectValues<T>(left: ScalarSet<T>, right: ScalarSet<T>): Omit<ScalarSet<T>, 'exact'> {
  if (left.inverted && right.inverted)
    return { inverted: true, values: [...new Set([...left.values, ...right.values])] };
  const [listed, other] = left.inverted ? [right, left] : [left, right];
  const inOther = new Set(other.values);
  return { inverted: false, values: listed.values.filter((value) => inOther.has(value) !== other.inverted) };
}

/** Values in either set. */
export function uniteScalars<T>(left: ScalarSet<T>, right: ScalarSet<T>): ScalarSet<T> {
  const whole = [left, right].find((set) => set.inverted && set.values.length === 0 && set.exact);
  if (whole !== undefined) return whole;
  const outside = intersectValues({ ...left, inverted: !left.inverted }, { ...right, inverted: !right.inverted });
  return { values: outside.values, inverted: !outside.inverted, exact: left.exact && right.exact };
}

/** At least the values outside of the set. */
export function invertScalars<T>(set: ScalarSet<T>): ScalarSet<T> {
  return set.exact ? { ...set, inverted: !set.inverted } : someScalar;
}

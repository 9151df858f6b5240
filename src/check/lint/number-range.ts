import type { JsonObject } from '../../json.js';

interface Range {
  readonly low: number;
  readonly high: number;
  readonly isOpenLow: boolean;
  readonly isOpenHigh: boolean;
}

/** Why no number can be within the bounds of a schema, where they are not plainly crossed: that is an error of its own. */
export function emptyNumberRange(schema: JsonObject): string | undefined {
  const { low, high, isOpenLow, isOpenHigh } = rangeOf(schema);
  if (low > high) return 'its bounds exclude one another';
  if (low === high && (isOpenLow || isOpenHigh))
    return `only ${low} is within its bounds, and one of them leaves that out`;
  const { type, multipleOf } = schema;
  if (type !== 'integer' || !Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const step = typeof multipleOf === 'number' && Number.isInteger(multipleOf) ? multipleOf : 1;
  let first = Math.ceil(low / step) * step;
  if (first === low && isOpenLow) first += step;
  if (first < high || (first === high && !isOpenHigh)) return undefined;
  return step === 1 ? 'no whole number is within its bounds' : `no multiple of ${step} is within its bounds`;
}

function rangeOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonObject): Range {
  const [low, openLow] = [numberOr(minimum, -Infinity), numberOr(exclusiveMinimum, -Infinity)];
  const [high, openHigh] = [numberOr(maximum, Infinity), numberOr(exclusiveMaximum, Infinity)];
  return {
    low: Math.max(low, openLow),
    high: Math.min(high, openHigh),
    isOpenLow: openLow >= low && openLow !== -Infinity,
    isOpenHigh: openHigh <= high && openHigh !== Infinity,
  };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

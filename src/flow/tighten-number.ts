import type { Facts } from './facts.js';

/** So many integers are told apart one by one. */
const mostListed = 24;

/** Draws the conclusions of integers and bounds; returns the values there are, where they are few. */
export function tightenNumber(facts: Facts): readonly number[] | undefined {
  if ([...facts.divisors].some((divisor) => Number.isSafeInteger(divisor))) facts.isInteger ??= true;
  if (facts.isInteger === true) {
    const { low, high } = facts;
    if (low !== undefined) facts.low = { bound: ceiling(low.bound, low.exclusive), exclusive: false };
    if (high !== undefined) facts.high = { bound: -ceiling(-high.bound, high.exclusive), exclusive: false };
  }
  const { low, high } = facts;
  if (low === undefined || high === undefined) return undefined;
  if (low.bound === high.bound) return low.exclusive || high.exclusive ? [] : [low.bound];
  const isShort = Number.isSafeInteger(low.bound) && Number.isSafeInteger(high.bound);
  if (facts.isInteger !== true || !isShort || high.bound - low.bound >= mostListed) return undefined;
  return Array.from({ length: Math.max(high.bound - low.bound + 1, 0) }, (_, index) => low.bound + index);
}

/** The least integer that is not below the bound, nor the bound itself where that is excluded. */
function ceiling(bound: number, exclusive: boolean): number {
  const least = Math.ceil(bound);
  return exclusive && least === bound && Number.isSafeInteger(bound) ? least + 1 : least;
}

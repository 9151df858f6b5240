import type { JsonValue } from '../json.js';
import { isMultipleOf } from '../runtime/multiple-of.js';
import type { Atom } from './atom.js';
import type { Facts } from './facts.js';
import type { TextFinder } from './find-text.js';
import { factsOfFormat } from './format-facts.js';

/** Whether what is known of numbers implies an atom. */
export function holdsForNumbers({ low, high, isInteger, divisors }: Facts, atom: Atom): boolean {
  switch (atom.kind) {
    case 'minimum':
      return (
        low !== undefined &&
        (low.bound > atom.bound || (low.bound === atom.bound && (low.exclusive || !atom.exclusive)))
      );
    case 'maximum':
      return (
        high !== undefined &&
        (high.bound < atom.bound || (high.bound === atom.bound && (high.exclusive || !atom.exclusive)))
      );
    case 'multipleOf': {
      const known = [...divisors, ...(isInteger === true ? [1] : [])];
      return known.some((each) => isMultipleOf(each, atom.divisor)) || isMultipleOf(leastCommon(known), atom.divisor);
    }
    default:
      return false;
  }
}

/** The least common multiple of those that are integers, as far as it can be told exactly; 1 says nothing of integers. */
function leastCommon(divisors: readonly number[]): number {
  const integers = divisors.filter((each) => Number.isSafeInteger(each));
  const [first, ...others] = integers;
  if (first === undefined) return Number.NaN;
  return others.reduce((all, each) => {
    const next = (all / greatestCommon(all, each)) * each;
    return Number.isSafeInteger(next) ? next : all;
  }, first);
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b);
}

/** Whether what is known of texts implies an atom. */
export function holdsForTexts(facts: Facts, atom: Atom, texts: TextFinder): boolean {
  const matching = [...facts.patterns];
  const avoiding = [...facts.otherPatterns];
  const { fewest, most } = facts;
  switch (atom.kind) {
    case 'minLength':
      if (fewest >= atom.count) return true;
      return matching.length > 0 && texts.find({ matching, avoiding, fewest, most: atom.count - 1 }) === 'none';
    case 'maxLength':
      if (most <= atom.count) return true;
      return matching.length > 0 && texts.find({ matching, avoiding, fewest: atom.count + 1, most }) === 'none';
    case 'pattern':
      return texts.find({ matching, avoiding: [...avoiding, atom.source], fewest, most }) === 'none';
    case 'values': {
      const pattern = patternOf(atom.values);
      return pattern !== undefined && holdsForTexts(facts, { kind: 'pattern', source: pattern, id: 0 }, texts);
    }
    case 'format': {
      if (facts.formats.has(atom.format)) return true;
      const { pattern, isExact = false } = factsOfFormat(atom.format);
      return (
        isExact && pattern !== undefined && holdsForTexts(facts, { kind: 'pattern', source: pattern, id: 0 }, texts)
      );
    }
    default:
      return false;
  }
}

/** With more values no pattern is made of them. */
const mostListed = 40;

/** The pattern of the texts among some values. */
function patternOf(values: readonly JsonValue[]): string | undefined {
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length === 0 || texts.length > mostListed) return undefined;
  return `^(?:${texts.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|')})$`;
}

import type { JsonValue } from '../json.js';
import type { Bound, Facts } from './facts.js';
import { factsOfFormat } from './format-facts.js';

/** So many values are named one by one, with so many characters each. */
const mostListed = 6;
const longestValue = 60;

/** A JSON value as it is written, cut short. */
export function quote(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length <= longestValue ? text : `${text.slice(0, longestValue - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** `"a"`, or `one of "a", "b"`. */
export function describeValues(values: readonly JsonValue[]): string {
  const listed = values.slice(0, mostListed).map(quote).join(', ');
  if (values.length === 1) return listed;
  const more = values.length - mostListed;
  return more > 0 ? `one of ${listed} or ${more} more` : `one of ${listed}`;
}

/** Several kinds of values, each kind once: `a string or null`. */
export function describeKinds(kinds: readonly Readonly<Facts>[]): string {
  const listed = kinds.flatMap(({ type, values }) => (type === 'boolean' ? [] : (values ?? [])));
  const booleans = kinds.filter(({ type }) => type === 'boolean').flatMap(({ values }) => values ?? []);
  const isEither = new Set(booleans).size === 2;
  const others = kinds.filter(({ values }) => values === undefined).map(describeFacts);
  const single = [...listed, ...(isEither ? [] : booleans)];
  const isNull = (value: JsonValue) => value === null;
  const valuesButNull = single.filter((value) => !isNull(value));
  const words = [
    ...(valuesButNull.length > 0 ? [describeValues(valuesButNull)] : []),
    ...(isEither ? ['a boolean'] : []),
    ...others,
    ...(single.some(isNull) ? ['null'] : []),
  ];
  const distinct = [...new Set(words)];
  if (distinct.length === 0) return 'nothing';
  if (plainTypes.every((each) => distinct.includes(each))) return 'anything';
  return inWords(distinct, 'or');
}

const plainTypes = ['a boolean', 'a number', 'a string', 'an array', 'an object', 'null'];

/** `a, b or c`. */
export function inWords(words: readonly string[], conjunction: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** `a string of at most 200 characters that matches ^TCK-`. */
export function describeFacts(facts: Readonly<Facts>): string {
  if (facts.values !== undefined) return describeValues(facts.values);
  switch (facts.type) {
    case 'number':
      return describeNumber(facts);
    case 'string':
      return describeText(facts);
    case 'array': {
      const words = `an array${describeCount(facts, 'item', 'items')}`;
      return facts.isUnique ? `${words} without repeated items` : words;
    }
    case 'object':
      return `an object${describeCount(facts, 'property', 'properties')}`;
    default:
      return facts.type;
  }
}

function describeNumber({ low, high, isInteger, divisors }: Facts): string {
  const words = [isInteger === true ? 'an integer' : 'a number'];
  if (low !== undefined && high !== undefined && !low.exclusive && !high.exclusive) {
    words.push(`from ${low.bound} to ${high.bound}`);
  } else {
    const bounds = [describeBound(low, 'above', 'of at least'), describeBound(high, 'below', 'of at most')];
    const given = bounds.filter((each) => each !== '');
    if (given.length > 0) words.push(inWords(given, 'and'));
  }
  const steps = [...divisors].filter((each) => each !== 1);
  if (steps.length > 0) words.push(`that is a multiple of ${inWords(steps.map(String), 'and')}`);
  return words.join(' ');
}

function describeBound(bound: Bound | undefined, exclusive: string, inclusive: string): string {
  return bound === undefined ? '' : `${bound.exclusive ? exclusive : inclusive} ${bound.bound}`;
}

function describeText(facts: Facts): string {
  // What follows from a format is not said again.
  const implied = [...facts.formats].map(factsOfFormat);
  const widerFormats = implied.flatMap(({ within = [] }) => within);
  const fewest = implied.some((each) => each.fewest === facts.fewest) ? 0 : facts.fewest;
  const most = implied.some((each) => each.most === facts.most) ? Number.POSITIVE_INFINITY : facts.most;
  const formats = [...facts.formats].filter((each) => !widerFormats.includes(each));
  const patterns = [...facts.patterns].filter((each) => !implied.some(({ pattern }) => pattern === each));
  const qualities = [
    ...(formats.length > 0 ? [`in the format ${inWords(formats, 'and')}`] : []),
    ...(patterns.length > 0 ? [`that matches ${inWords(patterns.map(cut), 'and')}`] : []),
    ...(facts.otherPatterns.size > 0
      ? [`that does not match ${inWords([...facts.otherPatterns].map(cut), 'or')}`]
      : []),
  ];
  return [`a string${describeCount({ fewest, most }, 'character', 'characters')}`, ...qualities].join(' ');
}

function describeCount({ fewest, most }: Pick<Facts, 'fewest' | 'most'>, one: string, many: string): string {
  const counted = (count: number) => `${count} ${count === 1 ? one : many}`;
  if (fewest === most) return ` of ${counted(fewest)}`;
  if (fewest > 0 && most < Number.POSITIVE_INFINITY) return ` of ${fewest} to ${counted(most)}`;
  if (fewest > 0) return ` of at least ${counted(fewest)}`;
  return most < Number.POSITIVE_INFINITY ? ` of at most ${counted(most)}` : '';
}

function cut(pattern: string): string {
  return pattern.length <= longestValue ? pattern : `${pattern.slice(0, longestValue - 1)}…`;
}

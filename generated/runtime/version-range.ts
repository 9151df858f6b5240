// Copied by mcpgen from its tested runtime. Do not edit.

/**
 * A range of versions, taken apart by the compiler: a version is in it when it satisfies all comparators of one of the lists.
 * A comparator is an operator and a version, such as `>=7.0.0`; an empty one accepts every version.
 */
export type VersionRange = readonly (readonly string[])[];

interface Version {
  readonly numbers: readonly number[];
  /** What follows the `-`, at its dots; empty for a release. */
  readonly prerelease: readonly string[];
}

/** Whether a version (semver.org) is in the range. As npm sees it, a prerelease only is when the range names one of the same release. */
export function isInRange(version: string, range: VersionRange): boolean {
  const own = parse(version);
  return own !== undefined && range.some((comparators) => satisfiesAll(own, comparators));
}

function satisfiesAll(version: Version, comparators: readonly string[]): boolean {
  const parsed = comparators.flatMap((text) => {
    const [, operator = '', bound = ''] = /^([<>]?=?)(.*)$/.exec(text) ?? [];
    const found = parse(bound);
    return found === undefined ? [] : [{ operator, bound: found }];
  });
  if (!parsed.every(({ operator, bound }) => holds(operator, compare(version, bound)))) return false;
  return (
    version.prerelease.length === 0 ||
    parsed.some(({ bound }) => bound.prerelease.length > 0 && compareEach(version.numbers, bound.numbers) === 0)
  );
}

function holds(operator: string, order: number): boolean {
  if (order === 0) return operator !== '<' && operator !== '>';
  return order < 0 ? operator.startsWith('<') : operator.startsWith('>');
}

function parse(text: string): Version | undefined {
  const [, numbers, prerelease] =
    /^[v=\s]*(\d+\.\d+\.\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text) ?? [];
  return numbers === undefined
    ? undefined
    : { numbers: numbers.split('.').map(Number), prerelease: prerelease?.split('.') ?? [] };
}

function compare(a: Version, b: Version): number {
  const order = compareEach(a.numbers, b.numbers);
  if (order !== 0) return order;
  // A release comes after all its prereleases.
  if (a.prerelease.length === 0 || b.prerelease.length === 0) return b.prerelease.length - a.prerelease.length;
  for (const [index, part] of a.prerelease.entries()) {
    const other = b.prerelease[index];
    if (other === undefined) return 1;
    const found = compareParts(part, other);
    if (found !== 0) return found;
  }
  return a.prerelease.length - b.prerelease.length;
}

function compareEach(a: readonly number[], b: readonly number[]): number {
  for (const [index, number] of a.entries()) {
    const difference = number - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Numbers come before words. */
function compareParts(a: string, b: string): number {
  const [first, second] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (first && second) return Number(a) - Number(b);
  if (first !== second) return first ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

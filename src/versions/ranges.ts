import { loadVendored } from '../vendored/load.js';

/** Loaded when a contract names a package: few do, and it takes as long to load as twenty tools to compile. */
let semver: typeof import('semver') | undefined;

function load(): typeof import('semver') {
  semver ??= loadVendored<typeof import('semver')>('semver.cjs');
  return semver;
}

/** Whether npm takes a text for a range of versions. */
export function isRange(text: string): boolean {
  return load().validRange(text) !== null;
}

/** Whether some version is in both ranges. */
export function doIntersect(a: string, b: string): boolean {
  return load().intersects(a, b);
}

/** The alternatives of a range, each a list of comparators that hold together, as npm's own notation has them. */
export function comparatorsOf(range: string): string[][] {
  const { Range } = load();
  return new Range(range).set.map((comparators) => comparators.map(({ value }) => value));
}

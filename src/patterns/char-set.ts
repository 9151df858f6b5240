/** Code points as sorted, disjoint ranges, both ends included. */
export type CharSet = readonly (readonly [number, number])[];

export const lastCodePoint = 0x10ffff;

export const anyCharacter: CharSet = [[0, lastCodePoint]];

/** Ranges in any order, overlapping or not, as a set. */
export function setOf(ranges: CharSet): CharSet {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

export function union(a: CharSet, b: CharSet): CharSet {
  return setOf([...a, ...b]);
}

export function complement(set: CharSet): CharSet {
  const rest: [number, number][] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) rest.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= lastCodePoint) rest.push([next, lastCodePoint]);
  return rest;
}

export function overlap(a: CharSet, b: CharSet): boolean {
  for (let i = 0, j = 0; ; ) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return false;
    if (one[1] < other[0]) i++;
    else if (other[1] < one[0]) j++;
    else return true;
  }
}

/** `\d`, `\w`, `\s` of ECMA-262 with the `u` flag and without `i`. */
export const classes: Readonly<Record<string, CharSet>> = {
  d: [[48, 57]],
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
  s: setOf([
    [9, 13],
    [32, 32],
    [160, 160],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ]),
};

/** What `.` matches without the `s` flag. */
export const notLineEnd: CharSet = complement([
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
]);

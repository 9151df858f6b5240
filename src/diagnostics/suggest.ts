/**
 * The candidate that someone who wrote `text` most likely meant, or undefined when none is near.
 * A difference in case alone wins at once; otherwise the smallest edit distance, then the longest common prefix, then
 * the order of the candidates. The distance allowed grows with the length: 1 up to five characters, a third beyond, never
 * more than 4.
 */
export function didYouMean(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.slice(0, MAX_LENGTH).toLowerCase();
  const allowed = Math.min(Math.max(1, Math.floor(wanted.length / 3)), MOST_MISTAKES);
  let best: { candidate: string; distance: number; prefix: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === text) continue;
    const folded = candidate.toLowerCase();
    if (folded === wanted) return candidate;
    if (Math.abs(folded.length - wanted.length) > allowed) continue;
    const distance = editDistance(wanted, folded, allowed);
    // A text of which nothing is left is not a misspelling.
    if (distance > allowed || distance >= Math.max(wanted.length, folded.length)) continue;
    const prefix = commonPrefix(wanted, folded);
    if (best === undefined || distance < best.distance || (distance === best.distance && prefix > best.prefix)) {
      best = { candidate, distance, prefix };
    }
  }
  return best?.candidate;
}

/** Nobody makes more mistakes in a longer text; together they bound the work for hostile ones. */
const MOST_MISTAKES = 4;
const MAX_LENGTH = 128;

/**
 * Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); Infinity when there are more
 * than `allowed`, so that only a band of that width around the diagonal is computed.
 */
function editDistance(a: string, b: string, allowed: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(Number.POSITIVE_INFINITY);
    row[0] = i;
    let least = i;
    for (let j = Math.max(1, i - allowed); j <= Math.min(b.length, i + allowed); j++) {
      const same = a[i - 1] === b[j - 1];
      let distance = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, at(beforeLast, j - 2) + 1);
      }
      row[j] = distance;
      least = Math.min(least, distance);
    }
    // No swap can rescue it: it costs as much as the replacement that this row has counted.
    if (least > allowed) return Number.POSITIVE_INFINITY;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

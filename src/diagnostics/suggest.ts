/**
 * The candidate that someone who wrote `text` most likely meant, or undefined when none is near.
 * A difference in case alone wins at once; otherwise the smallest edit distance, then the longest common prefix, then
 * the order of the candidates. The distance allowed grows with the length: 1 up to four characters, a third beyond.
 */
export function didYouMean(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.slice(0, MAX_LENGTH).toLowerCase();
  const allowed = wanted.length <= 4 ? 1 : Math.floor(wanted.length / 3);
  let best: { candidate: string; distance: number; prefix: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === text) continue;
    const folded = candidate.toLowerCase();
    if (folded === wanted) return candidate;
    if (Math.abs(folded.length - wanted.length) > allowed) continue;
    const distance = editDistance(wanted, folded);
    // A text of which nothing is left is not a misspelling.
    if (distance > allowed || distance >= Math.max(wanted.length, folded.length)) continue;
    const prefix = commonPrefix(wanted, folded);
    if (best === undefined || distance < best.distance || (distance === best.distance && prefix > best.prefix)) {
      best = { candidate, distance, prefix };
    }
  }
  return best?.candidate;
}

/** Nobody misspells more than this; it bounds the work for hostile text. */
const MAX_LENGTH = 128;

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(beforeLast, j - 2) + 1);
      }
      row.push(least);
    }
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

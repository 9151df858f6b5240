import { type CharSet, lastCodePoint } from '../patterns/char-set.js';
import { textLength } from '../runtime/text-length.js';
import { type Automaton, automatonOf, type State } from './automaton.js';
import type { Work } from './work.js';

/** What a text must be like. Lengths are in code points. */
export interface TextQuery {
  readonly matching: readonly string[];
  readonly avoiding: readonly string[];
  readonly fewest: number;
  readonly most: number;
}

/** A text, the certainty that there is none, or neither. */
export type FoundText = { readonly text: string } | 'none' | 'unknown';

const mostVisited = 1_500;
/** Longer texts are not counted out. */
const mostCounted = 80;

/**
 * Looks for the shortest text that all of some patterns match and none of others. Patterns that cannot be read are left out of
 * the search, which then may still show that there is none.
 */
export class TextFinder {
  readonly #automata = new Map<string, Automaton | undefined>();
  readonly #known = new Map<string, FoundText>();

  constructor(private readonly work: Work) {}

  find(query: TextQuery): FoundText {
    const key = JSON.stringify([query.matching, query.avoiding, query.fewest, String(query.most)]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = query.fewest > query.most ? 'none' : this.#search(query);
    this.#known.set(key, found);
    return found;
  }

  #search(query: TextQuery): FoundText {
    const read = (sources: readonly string[]) =>
      [...new Set(sources)].map((source) => this.#automatonOf(source)).filter((each) => each !== undefined);
    const [matching, avoiding] = [read(query.matching), read(query.avoiding)];
    // Lengths multiply the states, and mostly do not matter.
    const anyLength = { ...query, fewest: 0, most: Number.POSITIVE_INFINITY };
    for (const bounds of [anyLength, query]) {
      const found = new Search(matching, avoiding, bounds, this.work).run();
      if (found === 'none' || (found !== 'unknown' && isFit(found.text, query))) return found;
    }
    return 'unknown';
  }

  #automatonOf(source: string): Automaton | undefined {
    if (!this.#automata.has(source)) {
      const automaton = automatonOf(source);
      this.work.spend(automaton?.states.length ?? 1);
      this.#automata.set(source, automaton);
    }
    return this.#automata.get(source);
  }
}

/** Nothing that was left out of the search refuses the text. */
function isFit(text: string, { matching, avoiding, fewest, most }: TextQuery): boolean {
  const length = textLength(text);
  const matches = (source: string) => new RegExp(source, 'u').test(text);
  return length >= fewest && length <= most && matching.every(matches) && !avoiding.some(matches);
}

/** Where all automata are after the same text. */
interface Visit {
  readonly sets: readonly (readonly number[])[];
  readonly length: number;
  readonly text: string;
}

class Search {
  readonly #automata: readonly Automaton[];
  readonly #fewest: number;
  readonly #most: number;

  constructor(
    private readonly matching: readonly Automaton[],
    avoiding: readonly Automaton[],
    { fewest, most }: TextQuery,
    private readonly work: Work,
  ) {
    this.#automata = [...matching, ...avoiding];
    this.#fewest = fewest > mostCounted ? 0 : fewest;
    this.#most = most > mostCounted ? Number.POSITIVE_INFINITY : most;
  }

  run(): FoundText {
    const start: Visit = { sets: this.#automata.map((each) => close(each, [0], ['start'])), length: 0, text: '' };
    const seen = new Set([this.#keyOf(start)]);
    const queue = [start];
    for (const visit of queue) {
      if (seen.size > mostVisited) return 'unknown';
      if (visit.length >= this.#fewest && this.#isAccepted(visit)) return { text: visit.text };
      if (visit.length === this.#most) continue;
      for (const next of this.#nextOf(visit)) {
        const key = this.#keyOf(next);
        if (!seen.has(key)) queue.push(next);
        seen.add(key);
      }
    }
    return 'none';
  }

  #isAccepted({ sets, text }: Visit): boolean {
    return this.#automata.every((automaton, index) => {
      const open = text === '' ? (['start', 'end'] as const) : (['end'] as const);
      const isMatch = close(automaton, sets[index] ?? [], open).includes(automaton.accepting);
      return isMatch === index < this.matching.length;
    });
  }

  #nextOf({ sets, length, text }: Visit): Visit[] {
    const readable = sets.map((set, index) => set.flatMap((at) => stateOf(this.#automata[index], at).reads));
    return representativesOf(readable.flatMap((reads) => reads.map(([set]) => set))).flatMap((point) => {
      this.work.spend(1 + Math.ceil(readable.length / 4));
      const next = readable.map((reads, index) => {
        const to = reads.filter(([set]) => holds(set, point)).map(([, target]) => target);
        return close(this.#automata[index], to, []);
      });
      this.work.spend(Math.ceil(next.reduce((sum, set) => sum + set.length, 0) / 4));
      // A pattern that must match and has nowhere to go never will; one that matches in the middle always does.
      const isLost = next.some((set, index) =>
        index < this.matching.length ? set.length === 0 : set[0] === this.#automata[index]?.accepting,
      );
      if (isLost) return [];
      return [{ sets: next, length: length + 1, text: text + String.fromCodePoint(point) }];
    });
  }

  #keyOf({ sets, length, text }: Visit): string {
    // Lengths count up to where they make no more difference.
    const most = Number.isFinite(this.#most) ? this.#most : this.#fewest;
    return `${text === ''} ${Math.min(length, most)} ${sets.map((set) => set.join(',')).join(';')}`;
  }
}

function stateOf(automaton: Automaton | undefined, at: number): State {
  return automaton?.states[at] ?? { reads: [], steps: [] };
}

/** The states that are reached without reading, in order; only the accepting one where that is reached, since it stays so. */
function close(
  automaton: Automaton | undefined,
  from: readonly number[],
  open: readonly ('start' | 'end')[],
): readonly number[] {
  const reached = new Set(from);
  for (const at of reached) {
    for (const [when, to] of stateOf(automaton, at).steps)
      if (when === 'always' || open.includes(when)) reached.add(to);
  }
  if (automaton !== undefined && reached.has(automaton.accepting)) return [automaton.accepting];
  return [...reached].sort((a, b) => a - b);
}

function holds(set: CharSet, point: number): boolean {
  return set.some(([low, high]) => low <= point && point <= high);
}

/** Characters that read well come first among those that make no difference. */
const preferred = [...'aA0-_./:@x1 '].map((character) => character.codePointAt(0) ?? 0);

/** One code point for each part of Unicode that the sets do not divide. */
function representativesOf(sets: readonly CharSet[]): readonly number[] {
  const borders = new Set([0]);
  for (const [low, high] of sets.flat()) {
    borders.add(low);
    if (high < lastCodePoint) borders.add(high + 1);
  }
  const starts = [...borders].sort((a, b) => a - b);
  const found = starts.map((low, index) => {
    const high = (starts[index + 1] ?? lastCodePoint + 1) - 1;
    const inside = (point: number) => low <= point && point <= high;
    return preferred.find(inside) ?? (low < 32 && high >= 32 ? 32 : low);
  });
  // Half of a surrogate pair is a character too, but a strange one.
  const isHalf = (point: number) => point >= 0xd800 && point <= 0xdfff;
  const isPlain = (point: number) => preferred.includes(point);
  const rank = (point: number) => (isPlain(point) ? 0 : isHalf(point) ? 2 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || a - b);
}

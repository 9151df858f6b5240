import { anyCharacter, type CharSet } from '../patterns/char-set.js';
import { type Pattern, parsePattern } from '../patterns/parse-pattern.js';

/** One state: what may be read to get where, and where one gets without reading. */
export interface State {
  readonly reads: (readonly [set: CharSet, to: number])[];
  /** Free steps; some are only open before the first character, some only after the last. */
  readonly steps: (readonly [when: 'always' | 'start' | 'end', to: number])[];
}

/** The texts in which a pattern matches somewhere, as a nondeterministic automaton. Starts in state 0. */
export interface Automaton {
  readonly states: readonly State[];
  readonly accepting: number;
}

/** Counted repetitions are written out; a pattern that gets larger than this is not compared. */
const mostStates = 600;

/** The automaton of a pattern; undefined when it has look-arounds, back-references or properties, or is too large. */
export function automatonOf(source: string): Automaton | undefined {
  // What is in `\p{…}` depends on the version of Unicode.
  if (/\\p/iu.test(source)) return undefined;
  const builder = new Builder();
  const [first, last] = [builder.add(), builder.add()];
  builder.at(first).reads.push([anyCharacter, first]);
  builder.at(last).reads.push([anyCharacter, last]);
  const isWhole = builder.connect(parsePattern(source), first, last);
  return isWhole ? { states: builder.states, accepting: last } : undefined;
}

class Builder {
  readonly states: State[] = [];

  add(): number {
    return this.states.push({ reads: [], steps: [] }) - 1;
  }

  at(index: number): State {
    return this.states[index] ?? { reads: [], steps: [] };
  }

  /** Ways from one state to another on which the pattern is read; false when it cannot be said. */
  connect(pattern: Pattern, from: number, to: number): boolean {
    if (this.states.length > mostStates) return false;
    switch (pattern.kind) {
      case 'set':
        this.at(from).reads.push([pattern.set, to]);
        return true;
      case 'start':
      case 'end':
        this.at(from).steps.push([pattern.kind, to]);
        return true;
      case 'sequence':
        return this.#chain(pattern.items, from, to);
      case 'choice':
        return pattern.options.every((option) => {
          const [first, last] = [this.add(), this.add()];
          this.#step(from, first);
          this.#step(last, to);
          return this.connect(option, first, last);
        });
      case 'repeat':
        return this.#repeat(pattern, from, to);
      default:
        return false;
    }
  }

  #chain(items: readonly Pattern[], from: number, to: number): boolean {
    let at = from;
    for (const item of items) {
      const next = this.add();
      if (!this.connect(item, at, next)) return false;
      at = next;
    }
    this.#step(at, to);
    return true;
  }

  #repeat({ body, min, max }: Pattern & { kind: 'repeat' }, from: number, to: number): boolean {
    let at = from;
    for (let count = 0; count < min; count++) {
      const next = this.add();
      if (!this.connect(body, at, next)) return false;
      at = next;
    }
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.add();
      this.#step(at, loop);
      this.#step(loop, to);
      const [first, last] = [this.add(), this.add()];
      this.#step(loop, first);
      this.#step(last, loop);
      return this.connect(body, first, last);
    }
    for (let count = min; count < max; count++) {
      this.#step(at, to);
      const next = this.add();
      if (!this.connect(body, at, next)) return false;
      at = next;
    }
    this.#step(at, to);
    return true;
  }

  #step(from: number, to: number): void {
    this.at(from).steps.push(['always', to]);
  }
}

import { TooLarge, type Work } from './work.js';

/** Known for values of every size; other numbers are positions of open claims. */
const always = -1;

/** Claims that may be open at once: proofs that are nested deeper are not followed. */
const mostOpen = 600;

/** A claim that is being proven. */
interface OpenClaim {
  /** How many steps into the value it was opened. */
  readonly depth: number;
  /** What was proven before it. */
  readonly start: number;
  /** Positions of the open claims that were taken for true on its way. */
  readonly relied: Set<number>;
}

/**
 * Keeps what was proven. A claim that comes up again while it is being proven, but of a part of the value, may be taken for true:
 * values are finite, so the claim then is shown by induction on their size. Until then, what was proven with its help is only known
 * of such parts too, and forgotten when the claim fails after all.
 */
export class Proofs {
  /** False where there is no proof, else the position of the innermost open claim that the proof relies on. */
  readonly #known = new Map<string, number | false>();
  readonly #positions = new Map<string, number>();
  readonly #open: OpenClaim[] = [];
  /** What was proven with the help of open claims. */
  readonly #trail: string[] = [];
  /** How many steps into the value the claim is that is being proven. */
  #depth = 0;

  constructor(private readonly work: Work) {}

  prove(claim: string, attempt: () => boolean): boolean {
    const known = this.#known.get(claim);
    if (known === false) return false;
    if (known !== undefined && this.#mayRelyOn(known)) return true;
    const opened = this.#positions.get(claim);
    if (opened !== undefined) return this.#mayRelyOn(opened);
    this.work.spend();
    const position = this.#open.length;
    if (position >= mostOpen) throw new TooLarge('nested too deeply to be compared');
    const own: OpenClaim = { depth: this.#depth, start: this.#trail.length, relied: new Set() };
    this.#open.push(own);
    this.#positions.set(claim, position);
    let isProven = false;
    try {
      isProven = attempt();
    } finally {
      this.#open.pop();
      this.#positions.delete(claim);
      if (!isProven) this.#forget(own);
    }
    if (isProven) this.#keep(claim, own, position);
    else this.#known.set(claim, false);
    return isProven;
  }

  /** What is proven of a member, an item or a name. */
  ofPart(attempt: () => boolean): boolean {
    this.#depth += 1;
    try {
      return attempt();
    } finally {
      this.#depth -= 1;
    }
  }

  /** Whether the value at hand is a part of the one that the open claim is about. Open claims further out are about larger ones. */
  #mayRelyOn(position: number): boolean {
    const claim = this.#open[position];
    if (claim === undefined) return position === always;
    if (claim.depth >= this.#depth) return false;
    this.#open.at(-1)?.relied.add(position);
    return true;
  }

  /** What relied on the claim now relies on what the claim itself relied on. */
  #keep(claim: string, { start, relied }: OpenClaim, position: number): void {
    const wasRelied = relied.delete(position);
    const needed = Math.max(always, ...relied);
    if (wasRelied) {
      for (const each of this.#trail.splice(start)) {
        const known = this.#known.get(each);
        if (known === position) this.#known.set(each, needed);
        if (known !== undefined && known !== false && this.#known.get(each) !== always) this.#trail.push(each);
      }
    }
    this.#known.set(claim, needed);
    if (needed !== always) this.#trail.push(claim);
    const outer = this.#open.at(-1);
    for (const each of relied) outer?.relied.add(each);
  }

  #forget({ start }: OpenClaim): void {
    for (const each of this.#trail.splice(start)) {
      const known = this.#known.get(each);
      if (known !== undefined && known !== false && known !== always) this.#known.delete(each);
    }
  }
}

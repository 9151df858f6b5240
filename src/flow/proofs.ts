import type { Work } from './work.js';

/**
 * Keeps what was proven. A claim that comes up again while it is being proven, but of a part of the value, may be taken for true:
 * values are finite, so the claim then is shown by induction on their size. When such a claim fails after all, everything that was
 * proven on its way is forgotten.
 */
export class Proofs {
  readonly #known = new Map<string, boolean>();
  readonly #open = new Map<string, number>();
  readonly #trail: string[] = [];
  /** How many steps into the value the claim is that is being proven. */
  #depth = 0;

  constructor(private readonly work: Work) {}

  prove(claim: string, attempt: () => boolean): boolean {
    const known = this.#known.get(claim);
    if (known !== undefined) return known;
    const opened = this.#open.get(claim);
    if (opened !== undefined) return opened < this.#depth;
    this.work.spend();
    this.#open.set(claim, this.#depth);
    const start = this.#trail.length;
    try {
      const isProven = attempt();
      if (isProven) this.#trail.push(claim);
      else for (const each of this.#trail.splice(start)) this.#known.delete(each);
      this.#known.set(claim, isProven);
      return isProven;
    } finally {
      this.#open.delete(claim);
    }
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
}

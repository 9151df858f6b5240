/** Thrown when a comparison takes more steps than it may; caught where a verdict is made, which is then "too large". */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Steps that one comparison may take. Real pairs of schemas need a few thousand. */
export const mostSteps = 300_000;

/** Counts the steps of one comparison, so that hostile schemas end it instead of the build. */
export class Work {
  #steps = 0;

  #most: number;

  constructor(private readonly most: number = mostSteps) {
    this.#most = most;
  }

  get steps(): number {
    return this.#steps;
  }

  /** Gives the next part of the work as many steps as there were at first. */
  allowMore(): void {
    this.#most = this.#steps + this.most;
  }

  /** Throws `TooLarge` when all steps are used up. */
  spend(steps = 1): void {
    this.#steps += steps;
    if (this.#steps > this.#most) throw new TooLarge('too large to be compared');
  }
}

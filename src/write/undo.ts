import { HostError } from '../host/host.js';

/** The way back through a row of steps, last one first. */
export class Undo {
  readonly #steps: (() => void)[] = [];

  add(step: () => void): void {
    this.#steps.push(step);
  }

  /** Undoes everything that it can; false when the outside refused a step. */
  run(): boolean {
    let complete = true;
    for (const step of this.#steps.splice(0).reverse()) {
      try {
        step();
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        complete = false;
      }
    }
    return complete;
  }
}

import { HostError, type HostOperation } from './host.js';

/** Thrown by a host that plays a killed process: nothing catches it but a test. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Makes a memory host fail: every operation counts, and the chosen one throws. */
export class MemoryFaults {
  #count = 0;
  #failAt: number | undefined;
  #code = 'EIO';
  #killAt: number | undefined;
  #dead = false;
  readonly #onRevival: () => void;

  constructor(onRevival: () => void) {
    this.#onRevival = onRevival;
  }

  /** Operations since the last `reset`. */
  get count(): number {
    return this.#count;
  }

  get isDead(): boolean {
    return this.#dead;
  }

  /** The n-th operation from now (1 is the next one) throws a HostError; the others work. */
  failAt(n: number, code = 'EIO'): void {
    this.reset();
    this.#failAt = n;
    this.#code = code;
  }

  /** The n-th operation from now and all after it throw `Killed`, as if the process had ended there. */
  killAt(n: number): void {
    this.reset();
    this.#killAt = n;
  }

  /** The next process: no faults, and the locks of the dead one are free. */
  revive(): void {
    this.reset();
    this.#dead = false;
    this.#onRevival();
  }

  reset(): void {
    this.#count = 0;
    this.#failAt = undefined;
    this.#killAt = undefined;
  }

  /** Counts one operation; `half` is what it leaves behind when it fails in its middle. */
  step(operation: HostOperation, path: string, half: () => void = () => undefined): void {
    if (this.#dead) throw new Killed(`${operation} ${path}`);
    this.#count += 1;
    if (this.#count === this.#killAt) {
      this.#dead = true;
      half();
      throw new Killed(`${operation} ${path}`);
    }
    if (this.#count !== this.#failAt) return;
    half();
    throw new HostError(operation, path, this.#code);
  }
}

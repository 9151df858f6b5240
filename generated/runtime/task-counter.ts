// Copied by mcpgen from its tested runtime. Do not edit.

/** Counts what runs at a time, in all and for each caller, so that neither one nor many of them can take everything. */
export class TaskCounter {
  readonly #max: number;
  readonly #maxPerCaller: number;
  readonly #byCaller = new Map<string, number>();
  #count = 0;

  constructor(max: number, maxPerCaller: number) {
    this.#max = max;
    this.#maxPerCaller = maxPerCaller;
  }

  /** Counts one more; `false` when there are too many. Callers whom nobody has authenticated are only counted together. */
  begin(caller: string): boolean {
    const own = this.#byCaller.get(caller) ?? 0;
    if (this.#count >= this.#max || (caller !== '' && own >= this.#maxPerCaller)) return false;
    this.#count += 1;
    this.#byCaller.set(caller, own + 1);
    return true;
  }

  end(caller: string): void {
    this.#count -= 1;
    const left = (this.#byCaller.get(caller) ?? 1) - 1;
    if (left > 0) this.#byCaller.set(caller, left);
    else this.#byCaller.delete(caller);
  }
}

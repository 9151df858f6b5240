// Copied by mcpgen from its tested runtime. Do not edit.

/** Counts what has been asked and not yet answered, so that a shutdown can wait for it. */
export class OpenRequests {
  readonly #open = new Set<unknown>();
  #whenEmpty: (() => void) | undefined;

  get size(): number {
    return this.#open.size;
  }

  begin(request: unknown): void {
    this.#open.add(request);
  }

  end(request: unknown): void {
    this.#open.delete(request);
    if (this.#open.size === 0) this.#whenEmpty?.();
  }

  /** Resolves when everything is answered, or after `timeoutMs`, whichever comes first. */
  async drained(timeoutMs: number): Promise<void> {
    if (this.#open.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#whenEmpty = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

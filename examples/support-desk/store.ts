import { DataFile } from './data-file.js';
import { seed } from './seed.js';
import type { DeskState } from './state.js';

/** Keeps the desk: in memory, and in a file when there is one. */
export class Store {
  #state: DeskState;
  readonly #file: DataFile | undefined;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(state: DeskState, file: DataFile | undefined) {
    this.#state = state;
    this.#file = file;
  }

  /** Opens the file, or starts with an example when it does not exist yet. Without a path nothing is written down. */
  static async open(path?: string, passphrase?: string): Promise<Store> {
    const file = path === undefined ? undefined : new DataFile(path, passphrase);
    return new Store((await file?.load()) ?? structuredClone(seed), file);
  }

  get state(): Readonly<DeskState> {
    return this.#state;
  }

  /**
   * Changes a copy and puts it in place when it is written down, so that a change that fails half-way is none. Changes run
   * one after the other. Rejects with what `change` throws, or with the file system's error.
   */
  update<T>(change: (draft: DeskState) => T): Promise<T> {
    const run = this.#last.then(async () => {
      const draft = structuredClone(this.#state);
      const result = change(draft);
      await this.#file?.save(draft);
      this.#state = draft;
      return result;
    });
    this.#last = run.catch(() => undefined);
    return run;
  }
}

import type { Watch } from '../limits/deadline.js';

/** How long each stage of a run took: from when it was entered, each time, until the next one was. */
export class StageTimes {
  readonly #spent = new Map<string, number>();
  #stage = 'starting';
  #since = 0;

  /** For whoever tells stages with the time; the clock counts from the start of the process. */
  readonly watch: Watch = (stage, _subject, now) => {
    this.#spent.set(this.#stage, (this.#spent.get(this.#stage) ?? 0) + now - this.#since);
    this.#stage = stage;
    this.#since = now;
  };

  enter(stage: string): void {
    this.watch(stage, undefined, performance.now());
  }

  /** A line a stage, in the order in which they came, and one for all; in milliseconds. */
  table(): string {
    this.enter('done');
    const rows = [...this.#spent, ['in all', this.#since] as const];
    const width = Math.max(...rows.map(([stage]) => stage.length));
    return rows.map(([stage, spent]) => `${stage.padEnd(width)}  ${spent.toFixed(1).padStart(8)} ms\n`).join('');
  }
}

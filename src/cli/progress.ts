import type { Writable } from 'node:stream';
import type { Watch } from '../limits/deadline.js';

/** Builds that take no longer say nothing while they run; in milliseconds, as all times here. */
const silent = 1_000;
/** To the first column, and nothing in the line: what `node:readline` writes, which takes longer to load than to say. */
const clearedLine = '\u001b[1G\u001b[2K';
/** Between two updates of the line. */
const interval = 100;

/**
 * Tells a person at a terminal what a long build is about: one line with the stage and how far it is, which is gone when the build is
 * over. Stages are synchronous, so the line is written between two units of work and by no timer.
 */
export class Progress {
  #stage = '';
  #units = 0;
  #shownAt = 0;
  #isShown = false;

  constructor(private readonly stream: Writable) {}

  /** For `Deadline`; `now` counts from the start of the process. */
  readonly watch: Watch = (stage, subject, now) => {
    if (stage !== this.#stage) this.#units = 0;
    this.#stage = stage;
    if (subject !== undefined) this.#units += 1;
    if (now < silent || now - this.#shownAt < interval) return;
    this.#shownAt = now;
    this.#clear();
    this.stream.write(`${stage}${this.#units > 0 ? ` (${this.#units})` : ''} …`);
    this.#isShown = true;
  };

  /** Before anything else is printed. */
  end(): void {
    if (this.#isShown) this.#clear();
    this.#isShown = false;
  }

  #clear(): void {
    this.stream.write(clearedLine);
  }
}

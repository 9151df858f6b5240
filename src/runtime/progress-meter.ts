import type { StepProgress, WorkflowProgress } from './workflow-options.js';

/** Adds up how far the steps of a run are. What it tells never goes back: a part of a step is less than its end. */
export class ProgressMeter {
  readonly #parts = new Map<string, number>();
  readonly #ended = new Set<string>();
  #told = 0;

  constructor(
    private readonly total: number,
    private readonly tell: ((progress: WorkflowProgress) => void) | undefined,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Takes what a running step reports of itself; undefined where nobody listens. */
  listenTo(step: string): ((progress: StepProgress) => void) | undefined {
    if (this.tell === undefined) return undefined;
    return ({ progress, total, message }) => {
      // What was given up may go on, and report when its step has ended otherwise.
      if (this.#ended.has(step) || total === undefined || !(total > 0)) return;
      this.#parts.set(step, Math.min(Math.max(progress / total, 0), 0.99));
      this.#report(message === undefined ? step : `${step}: ${message}`);
    };
  }

  /** `how` is said of the step, as in "find has finished". */
  end(step: string, how: string): void {
    this.#parts.delete(step);
    this.#ended.add(step);
    this.#report(`${step} ${how}`);
  }

  #report(message: string): void {
    const progress = [...this.#parts.values()].reduce((sum, part) => sum + part, this.#ended.size);
    if (!(progress > this.#told)) return;
    this.#told = progress;
    try {
      this.tell?.({ progress, total: this.total, message });
    } catch (error) {
      this.onError(error);
    }
  }
}

import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { limitTable } from './limits.js';

/** Milliseconds since some moment in the past. */
export type Clock = () => number;

export const systemClock: Clock = () => performance.now();

/** Is told what a build is about to do, and with which file or tool; `now` is of the build's clock. */
export type Watch = (stage: string, subject: string | undefined, now: number) => void;

/** Thrown between two units of work when the time is up; the pipeline turns it into a finding. */
class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';

  constructor(
    readonly seconds: number,
    readonly stage: string,
    readonly subject: string | undefined,
  ) {
    super(`more than ${seconds} s: ${stage}`);
  }
}

/**
 * The time that a build has. Stages ask between units of work, each of which the limits keep small, so that nothing has to be
 * interrupted from outside (`docs/adr/0012-deadline.md`).
 */
export class Deadline {
  readonly #end: number;

  constructor(
    private readonly seconds: number,
    private readonly now: Clock = systemClock,
    start: number = now(),
    private readonly watch?: Watch,
  ) {
    this.#end = start + seconds * 1_000;
  }

  /** What is left of it, for who goes on in another thread. */
  secondsLeft(): number {
    return (this.#end - this.now()) / 1_000;
  }

  /** Goes on if there is time left. `stage` completes "it was ..."; `subject` is a file or a tool. */
  check(stage: string, subject?: string): void {
    const now = this.now();
    this.watch?.(stage, subject, now);
    if (now > this.#end) throw new DeadlineExceeded(this.seconds, stage, subject);
  }
}

/** For callers that have all the time in the world: tests, and tools that use a stage alone. */
export const noDeadline = new Deadline(Number.POSITIVE_INFINITY);

/** The deadline of another thread, which has made the finding already. */
export class ExceededElsewhere extends Error {
  override readonly name = 'ExceededElsewhere';

  constructor(readonly finding: Diagnostic) {
    super(finding.message);
  }
}

/** The finding about an exceeded deadline; any other error is thrown again. */
export function deadlineFinding(error: unknown): Diagnostic {
  if (error instanceof ExceededElsewhere) return error.finding;
  if (!(error instanceof DeadlineExceeded)) throw error;
  const { seconds, stage, subject } = error;
  return diagnose('limits/deadline', { seconds, stage, subject, hard: limitTable.seconds.hard });
}

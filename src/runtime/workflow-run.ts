import { ProgressMeter } from './progress-meter.js';
import type { StepDefinition, WorkflowDefinition } from './workflow.js';
import type { WorkflowFailure } from './workflow-error.js';
import type { RunOptions } from './workflow-options.js';
import type { SkipReason, StepReport, WorkflowReport } from './workflow-report.js';
import { WorkflowScope } from './workflow-scope.js';

/** Why a run gives no result, and whether what it did is undone. */
export interface Stop {
  readonly failure: WorkflowFailure;
  readonly rollsBack: boolean;
}

/** One run of a workflow: what its steps have given, and whether any of them may still start. */
export class WorkflowRun {
  readonly scope: WorkflowScope;
  readonly meter: ProgressMeter;
  /** Steps that have finished, in that order. */
  readonly finished: string[] = [];
  readonly #definition: WorkflowDefinition;
  readonly #records: Map<string, StepReport>;
  /** A pair for each step: a signal of the run on which many steps listen would warn of a leak. */
  readonly #signals: ReadonlyMap<string, StepSignals>;
  #stop: Stop | undefined;
  #isGivenUp = false;

  constructor(definition: WorkflowDefinition, input: unknown, { onProgress }: RunOptions) {
    const { steps } = definition;
    this.#definition = definition;
    this.scope = new WorkflowScope(input);
    this.meter = new ProgressMeter(steps.length, onProgress, (error) => this.failAsWhole(error));
    this.#records = new Map(steps.map((each) => [each.id, initialRecord(each)]));
    this.#signals = new Map(
      steps.map(({ id }) => [id, { starts: new AbortController(), calls: new AbortController() }]),
    );
  }

  /** Aborted when nothing starts any more: no step, no attempt, no tool that stands in. */
  startSignal(step: string): AbortSignal {
    return this.#signalsOf(step).starts.signal;
  }

  /** Aborted when calls under way are given up. */
  callSignal(step: string): AbortSignal {
    return this.#signalsOf(step).calls.signal;
  }

  /** Whether calls under way have been given up. What they then fail with says nothing of them. */
  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  get stop(): Stop | undefined {
    return this.#stop;
  }

  /** Whether there is anything that undoes. */
  get canRollBack(): boolean {
    return (this.#definition.compensations ?? []).length > 0;
  }

  recordOf(step: string): StepReport {
    return found(this.#records.get(step), step, this.#definition);
  }

  note(step: string, changes: Partial<StepReport>): void {
    this.#records.set(step, { ...this.recordOf(step), ...changes });
  }

  /** Its own tool or workflow has given a result, so attempts before do not count: only what may be repeated is tried again. */
  succeed(step: string): void {
    const { error: _, isInDoubt: __, ...record } = this.recordOf(step);
    this.#records.set(step, record);
  }

  /** A call of a step has failed. `isInDoubt`: it may have done its work all the same. */
  failCall(step: string, isInDoubt: boolean): void {
    this.note(step, { ...(this.#isGivenUp && { outcome: 'cancelled' }), ...(isInDoubt && { isInDoubt }) });
  }

  finish(step: StepDefinition, result: unknown): void {
    this.scope.finish(step, result);
    this.finished.push(step.id);
    this.note(step.id, { outcome: 'finished' });
    this.meter.end(step.id, 'has finished');
  }

  skip(step: StepDefinition, reason: SkipReason): void {
    this.scope.skip(step);
    this.note(step.id, { outcome: 'skipped', skipped: reason });
    this.meter.end(step.id, 'was skipped');
  }

  /**
   * A step has failed for good. The first failure decides how the run ends. To be undone, a step must have ended: before a rollback,
   * steps under way are waited for; otherwise nobody needs what they give.
   */
  fail(step: string, cause: unknown, rollsBack: boolean): void {
    const { outcome, error = cause } = this.recordOf(step);
    if (outcome === 'cancelled') return;
    this.note(step, { outcome: 'failed', error });
    this.#end({ failure: { why: 'failed', step, cause }, rollsBack });
  }

  /** Something has failed that is no step. */
  failAsWhole(cause: unknown): void {
    this.#end({ failure: { why: 'failed', cause }, rollsBack: this.canRollBack });
  }

  cancel(reason: unknown): void {
    this.#end({ failure: { why: 'cancelled', cause: reason }, rollsBack: this.canRollBack });
    this.#giveUp(reason);
  }

  report(): WorkflowReport {
    return { workflow: this.#definition.id, steps: [...this.#records.values()] };
  }

  #end(stop: Stop): void {
    if (this.#stop !== undefined) return;
    this.#stop = stop;
    for (const { starts } of this.#signals.values()) starts.abort(stop.failure.cause);
    if (!stop.rollsBack) this.#giveUp(stop.failure.cause);
  }

  #giveUp(reason: unknown): void {
    this.#isGivenUp = true;
    for (const { calls } of this.#signals.values()) calls.abort(reason);
  }

  #signalsOf(step: string): StepSignals {
    return found(this.#signals.get(step), step, this.#definition);
  }
}

interface StepSignals {
  readonly starts: AbortController;
  readonly calls: AbortController;
}

function found<Part>(part: Part | undefined, step: string, { id }: WorkflowDefinition): Part {
  if (part === undefined) throw new Error(`the workflow ${id} has no step ${step}`);
  return part;
}

function initialRecord({ id, isReadOnly }: StepDefinition): StepReport {
  return { step: id, outcome: 'not_started', ...(isReadOnly && { isReadOnly }), attempts: 0 };
}

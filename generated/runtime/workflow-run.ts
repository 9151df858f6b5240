// Copied by mcpgen from its tested runtime. Do not edit.

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
  readonly #starts = new AbortController();
  readonly #calls = new AbortController();
  #stop: Stop | undefined;

  constructor(definition: WorkflowDefinition, input: unknown, { onProgress }: RunOptions) {
    const { steps } = definition;
    this.#definition = definition;
    this.scope = new WorkflowScope(input);
    this.meter = new ProgressMeter(steps.length, onProgress, (error) => this.failAsWhole(error));
    this.#records = new Map(steps.map((each) => [each.id, initialRecord(each)]));
  }

  /** Aborted when nothing starts any more: no step, no attempt, no tool that stands in. */
  get startSignal(): AbortSignal {
    return this.#starts.signal;
  }

  /** Aborted when calls under way are given up. */
  get callSignal(): AbortSignal {
    return this.#calls.signal;
  }

  get stop(): Stop | undefined {
    return this.#stop;
  }

  /** Whether there is anything that undoes. */
  get canRollBack(): boolean {
    return (this.#definition.compensations ?? []).length > 0;
  }

  recordOf(step: string): StepReport {
    const record = this.#records.get(step);
    if (record === undefined) throw new Error(`the workflow ${this.#definition.id} has no step ${step}`);
    return record;
  }

  note(step: string, changes: Partial<StepReport>): void {
    this.#records.set(step, { ...this.recordOf(step), ...changes });
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
    if (this.#calls.signal.aborted) {
      this.note(step, { outcome: 'cancelled' });
      return;
    }
    const { error = cause } = this.recordOf(step);
    this.note(step, { outcome: 'failed', error });
    const stop = this.#end({ failure: { why: 'failed', step, cause }, rollsBack });
    if (!stop.rollsBack) this.#calls.abort(cause);
  }

  /** Something has failed that is no step. */
  failAsWhole(cause: unknown): void {
    this.#end({ failure: { why: 'failed', cause }, rollsBack: this.canRollBack });
  }

  cancel(reason: unknown): void {
    this.#end({ failure: { why: 'cancelled', cause: reason }, rollsBack: this.canRollBack });
    this.#calls.abort(reason);
  }

  report(): WorkflowReport {
    return { workflow: this.#definition.id, steps: [...this.#records.values()] };
  }

  #end(stop: Stop): Stop {
    this.#stop ??= stop;
    this.#starts.abort(stop.failure.cause);
    return this.#stop;
  }
}

function initialRecord({ id, isReadOnly }: StepDefinition): StepReport {
  return { step: id, outcome: 'not_started', ...(isReadOnly && { isReadOnly }), attempts: 0 };
}

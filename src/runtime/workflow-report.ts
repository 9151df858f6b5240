import type { ConditionDefinition } from './workflow.js';

/** What one run of a workflow did, step by step, in the order of its definition. */
export interface WorkflowReport {
  readonly workflow: string;
  readonly steps: readonly StepReport[];
}

export interface StepReport {
  readonly step: string;
  readonly outcome: StepOutcome;
  /** By the contract it changes nothing. */
  readonly isReadOnly?: true;
  /** How often its tool or workflow was called. */
  readonly attempts: number;
  /** Why it was skipped. */
  readonly skipped?: SkipReason;
  /** The last failure of its own tool or workflow, also where the step was then skipped or another tool stood in. */
  readonly error?: unknown;
  /** A call of it may have done its work all the same, in whole or in part: it was given up, no answer came, or not what was agreed. */
  readonly isInDoubt?: true;
  /** The tool that stood in for its own. */
  readonly fallback?: string;
  /** Of a step that runs a workflow: what that did, at the last attempt. */
  readonly inner?: WorkflowReport;
  /** Of a step that was to be undone. */
  readonly compensation?: CompensationReport;
}

/**
 * `finished`: its result is there. `failed`: for good. `cancelled`: it ran when the run was given up.
 * `not_started`: the run had ended before it was its turn.
 */
export type StepOutcome = 'finished' | 'skipped' | 'failed' | 'cancelled' | 'not_started';

export type SkipReason =
  | { readonly why: 'condition'; readonly condition: ConditionDefinition['type'] }
  /** It needs the result of a step that was skipped. */
  | { readonly why: 'missing'; readonly step: string }
  /** It failed, and its `error_handling` says `skip`. */
  | { readonly why: 'failure' };

export interface CompensationReport {
  readonly tool: string;
  /** `not_reached`: one before it failed, and the workflow says `on_failure: stop`. */
  readonly outcome: 'done' | 'failed' | 'not_reached';
  readonly error?: unknown;
}

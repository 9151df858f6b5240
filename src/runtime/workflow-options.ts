import type { AskedCondition, FailureClass } from './workflow.js';
import type { WorkflowReport } from './workflow-report.js';

/** What the one who runs a workflow decides about the run. */
export interface RunOptions {
  /** Cancels the run and the calls that it has made. What then must be undone is undone all the same. */
  readonly signal?: AbortSignal | undefined;
  /** Answers conditions that only the one who runs the workflow can answer. */
  readonly ask?: Ask | undefined;
  /** The clock of `time_based` conditions. Default: that of the system. */
  readonly now?: (() => Date) | undefined;
  readonly onProgress?: ((progress: WorkflowProgress) => void) | undefined;
  /** Before each attempt but the first. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** When the run has ended, however it did: what each step has done. */
  readonly onReport?: ((report: WorkflowReport) => void) | undefined;
}

/** Whether the condition holds. When it throws, the workflow fails. */
export type Ask = (question: Question) => boolean | Promise<boolean>;

/** A condition of a step, and what the step is about to do. */
export interface Question {
  readonly type: AskedCondition;
  /** As in the contract: the `message` of `approval_required`, for one. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly workflow: string;
  readonly step: string;
  /** The tool or workflow that the step would run, and with what. */
  readonly callee: string;
  readonly input: unknown;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** How many steps have ended, parts of running ones included, and what happened last. */
export interface WorkflowProgress {
  readonly progress: number;
  readonly total: number;
  readonly message: string;
}

export interface RetryEvent {
  readonly workflow: string;
  readonly step: string;
  /** What the attempt before has failed with. */
  readonly error: unknown;
  /** The number of the attempt that follows; the second one is 2. */
  readonly attempt: number;
  readonly pauseMs: number;
}

/** How steps reach their tools: over the wire, or handlers in the same process. */
export interface Caller {
  /** The value that the tool's `outputSchema` describes; an object with the `text` of the answer when it has none. */
  readonly call: (tool: string, input: unknown, control: CallControl) => Promise<unknown>;
  /** What kind of failure this is, unless it would be the same at the next attempt. */
  readonly classify: (error: unknown) => FailureClass | undefined;
  /** Whether this failure shows that the call has done nothing: the tool was never run, or says itself that it failed. */
  readonly hasDoneNothing: (error: unknown) => boolean;
}

export interface CallControl {
  readonly signal: AbortSignal;
  /** Milliseconds that the call may take; without it, what is usual. */
  readonly timeoutMs?: number;
  readonly onProgress?: (progress: StepProgress) => void;
}

/** What a tool reports of its own progress. */
export interface StepProgress {
  readonly progress: number;
  readonly total?: number | undefined;
  readonly message?: string | undefined;
}

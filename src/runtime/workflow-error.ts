import { TimeoutError } from './timeout-error.js';
import type { WorkflowReport } from './workflow-report.js';

/** How a run ended that gave no result. */
export interface WorkflowFailure {
  readonly why: 'failed' | 'cancelled';
  /** The step that decided it; absent when the run was cancelled, or when its output is not valid. */
  readonly step?: string;
  readonly cause: unknown;
}

/**
 * A workflow did not get to its end. The `cause` is what the step failed with, or the reason of the aborted signal. The message
 * names every step that may have changed something: what was undone, what stands, and what nobody knows of.
 */
export class WorkflowError extends Error {
  override readonly name = 'WorkflowError';
  /** The workflow's id. */
  readonly workflow: string;
  readonly why: 'failed' | 'cancelled';
  readonly step: string | undefined;
  readonly report: WorkflowReport;
  /** Finished steps that were undone, in the order in which that happened. */
  readonly undone: readonly string[];
  /** Finished steps whose changes stand: nothing undoes them, or what should has failed. */
  readonly standing: readonly string[];
  /** Steps of which nobody knows what they did: they were given up while they ran, no answer came, or only a part was undone. */
  readonly uncertain: readonly string[];
  /** What compensations failed with. */
  readonly compensationErrors: readonly CompensationError[];

  constructor(report: WorkflowReport, failure: WorkflowFailure, undone: readonly string[]) {
    const { workflow, steps } = report;
    // What changes nothing leaves nothing behind.
    const changing = steps.filter((each) => each.isReadOnly !== true);
    const finished = changing.filter((each) => each.outcome === 'finished').map(({ step }) => step);
    const standing = finished.filter((step) => !undone.includes(step));
    const uncertain = changing.filter((each) => each.isInDoubt).map(({ step }) => step);
    const compensationErrors = steps.flatMap(({ step, compensation }) =>
      compensation?.outcome === 'failed' ? [{ step, tool: compensation.tool, error: compensation.error }] : [],
    );
    super(describe(workflow, failure, { undone, standing, uncertain, compensationErrors }), { cause: failure.cause });
    this.workflow = workflow;
    this.why = failure.why;
    this.step = failure.step;
    this.report = report;
    this.undone = undone;
    this.standing = standing;
    this.uncertain = uncertain;
    this.compensationErrors = compensationErrors;
  }
}

export interface CompensationError {
  /** The step that was to be undone. */
  readonly step: string;
  /** The tool that was to undo it. */
  readonly tool: string;
  readonly error: unknown;
}

type Remains = Pick<WorkflowError, 'undone' | 'standing' | 'uncertain' | 'compensationErrors'>;

function describe(workflow: string, { why, step, cause }: WorkflowFailure, remains: Remains): string {
  const at = step === undefined ? '' : ` at the step ${step}`;
  // Other reasons of a cancellation may be none of the reader's business.
  const reason = why === 'failed' || cause instanceof TimeoutError ? `: ${messageOf(cause)}` : '';
  const sentences = [
    why === 'cancelled'
      ? `The workflow ${workflow} was cancelled${reason}`
      : `The workflow ${workflow} failed${at}${reason}`,
  ];
  const list = (title: string, names: readonly string[]): void => {
    if (names.length > 0) sentences.push(`${title}: ${names.join(', ')}`);
  };
  list('Undone', remains.undone);
  list('Not undone', remains.standing);
  list('Perhaps done, in whole or in part', remains.uncertain);
  for (const { step: name, tool, error } of remains.compensationErrors) {
    sentences.push(`Undoing ${name} with ${tool} failed: ${messageOf(error)}`);
  }
  return sentences.map((each) => (/[.!?]$/.test(each) ? each : `${each}.`)).join('\n');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

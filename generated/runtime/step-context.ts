// Copied by mcpgen from its tested runtime. Do not edit.

import type { WorkflowDefinition } from './workflow.js';
import type { CallControl, Caller, RunOptions } from './workflow-options.js';
import type { WorkflowReport } from './workflow-report.js';
import type { WorkflowRun } from './workflow-run.js';

/** What all steps of a run share. */
export interface StepContext {
  readonly definition: WorkflowDefinition;
  readonly run: WorkflowRun;
  readonly caller: Caller;
  readonly options: RunOptions;
  readonly runInner: RunInner;
}

/** Runs a workflow that is a step. */
export type RunInner = (
  workflow: WorkflowDefinition,
  input: unknown,
  control: CallControl & { readonly onReport: (report: WorkflowReport) => void },
) => Promise<unknown>;

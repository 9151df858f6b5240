// Copied by mcpgen from its tested runtime. Do not edit.

/** What callers of workflows may want to name. */
export type { AskingWorkflowOptions, WorkflowOptions } from './client-workflows.js';
export type { AskedCondition } from './workflow.js';
export type { CompensationError } from './workflow-error.js';
export type { Ask, Question, RetryEvent, WorkflowProgress } from './workflow-options.js';
export type { CompensationReport, SkipReason, StepOutcome, StepReport, WorkflowReport } from './workflow-report.js';

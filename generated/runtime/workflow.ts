// Copied by mcpgen from its tested runtime. Do not edit.

import type { JsonSchema } from './descriptor.js';
import type { SchemaCheck, ToolChecks } from './schema-check.js';

/**
 * A workflow of the contract as data: `ToolWorkflow` of Enhanced MCP 2.0, every reference checked and the order of the steps
 * worked out. `Output` is `undefined` for a workflow without an `outputSchema`.
 */
export interface WorkflowDefinition<Input = unknown, Output = unknown> {
  readonly id: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema?: JsonSchema | undefined;
  /** Patterns of the schemas that may take more than linear time: only tried on short texts. */
  readonly limitedPatterns?: readonly string[] | undefined;
  /** The schemas as code, in projects with `validators: precompiled`. */
  readonly checks?: WorkflowChecks;
  /** Each after all those that it waits for. */
  readonly steps: readonly StepDefinition[];
  readonly outputs?: readonly MappingDefinition[];
  readonly compensations?: readonly CompensationDefinition[];
  /** When a compensation fails. Default: `continue` with the others. */
  readonly onCompensationFailure?: 'continue' | 'stop';
  /** What the one who runs it is asked, workflows among the steps included. */
  readonly asks?: readonly AskedCondition[];
  /** Tries again; there when a step has a retry policy. */
  readonly retry?: Retry;
  /** For the type checker; no definition has this member at run time. */
  readonly '~types'?: { readonly input: Input; readonly output: Output };
}

/** `WorkflowStep`. */
export interface StepDefinition {
  readonly id: string;
  /** The wire name of the tool that it calls, unless it runs a workflow. */
  readonly tool?: string;
  readonly workflow?: WorkflowDefinition;
  readonly inputs: readonly MappingDefinition[];
  readonly outputs?: readonly OutputMappingDefinition[];
  /** Earlier steps that must have ended. */
  readonly after: readonly string[];
  readonly conditions?: readonly ConditionDefinition[];
  readonly retryPolicy?: RetryPolicy;
  readonly errorHandling: ErrorHandling;
  /** Milliseconds that one attempt may take. */
  readonly timeoutMs?: number;
  /** By the contract nothing that it may call changes anything: there is nothing to undo. */
  readonly isReadOnly?: true;
}

/** A value, and the JSON Pointer of the place that it goes to. */
export interface MappingDefinition {
  /** `input`, a step, or a name that a step's `outputs` gives; then a JSON Pointer into that value. */
  readonly from?: string;
  /** A constant, instead of `from`. */
  readonly value?: unknown;
  readonly to: string;
  /** Used when `from` leads to nothing. */
  readonly default?: unknown;
}

/** A part of a step's result, and the name that it gets. */
export interface OutputMappingDefinition {
  readonly from: string;
  readonly to: string;
}

export type ConditionDefinition =
  | ValueCondition
  | { readonly type: 'time_based'; readonly parameters: TimeWindow }
  | { readonly type: AskedCondition; readonly parameters: Readonly<Record<string, unknown>> };

export interface ValueCondition {
  readonly type: 'value_based';
  readonly parameters: { readonly from: string; readonly matches: JsonSchema };
  readonly limitedPatterns?: readonly string[];
  /** `matches` as code, in projects with `validators: precompiled`. */
  readonly check?: SchemaCheck | undefined;
}

/** Conditions that only the one who runs the workflow can answer. */
export type AskedCondition = 'location_based' | 'user_presence' | 'approval_required';

/** Parameters of `time_based`. Times of day are `HH:MM`; a window that ends before it starts spans midnight. */
export interface TimeWindow {
  readonly after?: string;
  readonly before?: string;
  readonly days?: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  /** IANA. Default: UTC, so that a workflow means the same wherever it runs. */
  readonly time_zone?: string;
}

/** `RetryPolicy`, as the manifest spells it, with its defaults. */
export interface RetryPolicy {
  /** The first attempt included. */
  readonly max_attempts: number;
  readonly backoff_strategy: 'fixed' | 'linear' | 'exponential';
  readonly initial_delay_ms: number;
  readonly max_delay_ms: number;
  readonly retry_on: readonly FailureClass[];
}

/** Failures that may pass. All others, such as a value that does not match its schema, are the same at the next attempt. */
export type FailureClass = 'tool_error' | 'timeout' | 'connection';

/** What happens when a step has failed for good. */
export type ErrorHandling =
  | { readonly strategy: 'abort' | 'skip' | 'rollback' }
  | {
      readonly strategy: 'fallback';
      readonly tool: string;
      readonly inputs?: readonly MappingDefinition[];
      /** When that tool fails as well. Default: the workflow is aborted. */
      readonly otherwise?: 'rollback';
    };

/** What undoes a finished step. */
export interface CompensationDefinition {
  readonly step: string;
  readonly tool: string;
  readonly inputs: readonly MappingDefinition[];
}

/** The schemas of a workflow, compiled: its own, and those of its conditions on values, in the order of the steps. */
export interface WorkflowChecks extends ToolChecks {
  readonly conditions: readonly SchemaCheck[];
}

/** Makes attempts as the policy says, and pauses between them; rejects with the last failure, or the signal's reason. */
export type Retry = <Result>(
  policy: RetryPolicy,
  attempt: () => Promise<Result>,
  control: RetryControl,
) => Promise<Result>;

export interface RetryControl {
  readonly signal: AbortSignal;
  readonly isWorthRetrying: (error: unknown) => boolean;
  /** Before the pause: what went wrong, the number of the attempt that will follow it, and the pause in milliseconds. */
  readonly onRetry: (error: unknown, attempt: number, pauseMs: number) => void;
}

import type { JsonObject } from '../json.js';
import type {
  Compensation,
  Condition,
  ErrorHandling,
  Mapping,
  OutputMapping,
  RetryPolicy,
} from '../manifest/manifest.generated.js';
import type { ToolNames } from './model.js';

/** `ToolWorkflow` of Enhanced MCP 2.0: checked, with every default in its place and the order of the steps worked out. */
export interface WorkflowModel {
  /** Its name for programs; tools and workflows share one namespace. */
  readonly id: string;
  readonly names: ToolNames;
  /** Its name for people. */
  readonly name: string;
  readonly description: string;
  readonly isExposed: boolean;
  readonly inputSchema: JsonObject;
  readonly inputShared: ReadonlyMap<string, string>;
  readonly outputSchema?: JsonObject;
  readonly outputShared: ReadonlyMap<string, string>;
  readonly limitedPatterns?: readonly string[];
  readonly steps: readonly StepModel[];
  readonly outputs: readonly Mapping[];
  readonly compensations: readonly Compensation[];
  readonly onCompensationFailure: 'continue' | 'stop';
}

/** `WorkflowStep`. */
export interface StepModel {
  readonly id: string;
  /** A tool, or another workflow. */
  readonly runs: { readonly tool: string } | { readonly workflow: string };
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly OutputMapping[];
  /**
   * Earlier steps that must have ended: those whose results it uses, those that the author names, and those with which it must
   * not run at the same time. Without those that another one waits for anyway.
   */
  readonly after: readonly string[];
  readonly conditions: readonly ConditionModel[];
  readonly retryPolicy?: Required<RetryPolicy>;
  readonly errorHandling: ErrorHandling;
  /** What happens when the tool of `fallback` fails as well. Default: `abort`. */
  readonly otherwise?: 'rollback';
  readonly timeoutMs?: number;
  /** Whether nothing that it may call changes anything. */
  readonly isReadOnly: boolean;
}

/** A condition; `matches` of one on a value is self-contained, and may have patterns that are only tried on short texts. */
export interface ConditionModel extends Condition {
  readonly limitedPatterns?: readonly string[];
}

import type { Condition, RetryPolicy, WorkflowDeclaration, WorkflowStep } from '../manifest/manifest.generated.js';
import type { WorkflowEntry } from '../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../schema/resolve-schemas.js';
import { schemasOf } from './callable-schemas.js';
import type { ToolModel } from './model.js';
import { toolNames } from './names.js';
import { type Conduct, conductOf, isReadOnly, orderSteps } from './order-steps.js';
import type { ConditionModel, StepModel, WorkflowModel } from './workflow.js';

/** Every workflow, in the order of the ids. References between steps, tools and workflows have been checked. */
export function buildWorkflows(
  entries: readonly WorkflowEntry[],
  tools: readonly ToolModel[],
  schemas: ResolvedSchemas,
): WorkflowModel[] {
  const conduct = conductOf(
    tools,
    entries.map((each) => each.declaration),
  );
  return [...entries]
    .sort((a, b) => (a.declaration.id < b.declaration.id ? -1 : 1))
    .map((entry) => buildWorkflow(entry, conduct, schemas));
}

function buildWorkflow(entry: WorkflowEntry, conduct: Conduct, schemas: ResolvedSchemas): WorkflowModel {
  const { declaration } = entry;
  const { id, name, description, expose, steps, outputs = [], rollback_strategy } = declaration;
  const after = orderSteps(steps, conduct);
  return {
    id,
    names: toolNames(id),
    name,
    description,
    isExposed: expose === 'tool',
    ...schemasOf(entry, schemas),
    steps: steps.map((step, index) => ({
      ...buildStep(step, schemas),
      after: after[index] ?? [],
      isReadOnly: isReadOnly(step, conduct),
      ...conductOfFailure(step, declaration),
    })),
    outputs,
    compensations: rollback_strategy?.compensations ?? [],
    onCompensationFailure: rollback_strategy?.on_failure ?? 'continue',
  };
}

/** A step's own word holds. Where its fallback fails, only the workflow's wish to undo everything is left. */
function conductOfFailure(
  step: WorkflowStep,
  { error_handling }: WorkflowDeclaration,
): Pick<StepModel, 'errorHandling' | 'otherwise'> {
  const errorHandling = step.error_handling ?? error_handling ?? { strategy: 'abort' };
  const rollsBack = errorHandling.strategy === 'fallback' && error_handling?.strategy === 'rollback';
  return { errorHandling, ...(rollsBack ? { otherwise: 'rollback' } : {}) };
}

function buildStep(
  step: WorkflowStep,
  schemas: ResolvedSchemas,
): Omit<StepModel, 'after' | 'isReadOnly' | 'errorHandling' | 'otherwise'> {
  const { id, tool, workflow, inputs = [], outputs = [], conditions = [], retry_policy, timeout_ms } = step;
  if (tool === undefined && workflow === undefined) throw new Error(`the step ${id} runs nothing`);
  return {
    id,
    runs: tool === undefined ? { workflow: workflow ?? '' } : { tool },
    inputs,
    outputs,
    conditions: conditions.map((each) => buildCondition(each, schemas)),
    ...(retry_policy === undefined ? {} : { retryPolicy: withDefaults(retry_policy) }),
    ...(timeout_ms === undefined ? {} : { timeoutMs: timeout_ms }),
  };
}

function buildCondition(condition: Condition, schemas: ResolvedSchemas): ConditionModel {
  const matches = schemas.conditions.get(condition)?.schema;
  if (matches === undefined) return condition;
  const limitedPatterns = schemas.limitedPatterns.get(condition);
  return {
    ...condition,
    parameters: { ...condition.parameters, matches },
    ...(limitedPatterns === undefined ? {} : { limitedPatterns }),
  };
}

/** As the manifest's JSON Schema states them. */
function withDefaults(policy: RetryPolicy): Required<RetryPolicy> {
  return {
    backoff_strategy: 'exponential',
    initial_delay_ms: 200,
    max_delay_ms: 10_000,
    retry_on: ['timeout', 'connection'],
    ...policy,
  };
}

import type { JsonObject } from '../json.js';
import { digestOf } from './digest.js';
import type { StepModel, WorkflowModel } from './workflow.js';

/** A workflow as data, in the words of the manifest: `ToolWorkflow` of Enhanced MCP 2.0, every default in its place. */
export function workflowDefinition(workflow: WorkflowModel): JsonObject {
  const { id, name, description, isExposed, inputSchema, outputSchema, outputs, compensations } = workflow;
  const definition = plain({
    id,
    name,
    description,
    ...(isExposed && { expose: 'tool' }),
    inputSchema,
    outputSchema,
    steps: workflow.steps.map(stepDefinition),
    ...(outputSchema && { outputs }),
    ...(compensations.length > 0 && {
      rollback_strategy: { compensations, on_failure: workflow.onCompensationFailure },
    }),
  });
  return { ...definition, digest: digestOf(definition) };
}

function stepDefinition(step: StepModel): object {
  return {
    id: step.id,
    ...step.runs,
    inputs: step.inputs,
    outputs: step.outputs,
    after: step.after,
    ...(step.conditions.length > 0 && {
      conditions: step.conditions.map(({ type, parameters }) => ({ type, parameters })),
    }),
    retry_policy: step.retryPolicy,
    error_handling: step.errorHandling,
    timeout_ms: step.timeoutMs,
  };
}

/** Without members that are undefined, all the way down. */
function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

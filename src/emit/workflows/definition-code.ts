import type { JsonValue } from '../../json.js';
import type { Model } from '../../model/model.js';
import { asksOf, hasRetries } from '../../model/used-workflows.js';
import type { ConditionModel, StepModel, WorkflowModel } from '../../model/workflow.js';
import { type Code, ts } from '../code/code.js';
import { identifier } from '../code/identifier.js';
import { jsonLiteral } from '../code/literal.js';
import { arrayCode, objectCode } from '../code/object.js';
import { descriptorOf } from '../tools/names.js';
import { constantOf } from './names.js';

/** The engine's definition of a workflow: data, but for what only code can be, such as a workflow that is a step. */
export function definitionCode(workflow: WorkflowModel, model: Model): Code {
  const { id, steps, outputs, compensations } = workflow;
  const isPrecompiled = model.validators === 'precompiled';
  const asks = asksOf(workflow, model);
  return objectCode({
    id: jsonLiteral(id),
    ...schemasCode(workflow),
    checks: isPrecompiled ? ts`checks` : undefined,
    steps: arrayCode(stepsCode(steps, model, isPrecompiled)),
    outputs: unlessEmpty(outputs),
    compensations: unlessEmpty(compensations),
    onCompensationFailure: compensations.length === 0 ? undefined : jsonLiteral(workflow.onCompensationFailure),
    asks: unlessEmpty(asks),
    retry: hasRetries(workflow) ? ts`retry` : undefined,
  });
}

/** Those of a workflow that is a tool as well stand with the tool, and are compiled once for both. */
function schemasCode({ names, isExposed, inputSchema, outputSchema, limitedPatterns }: WorkflowModel) {
  const tool = descriptorOf(names);
  const of = (key: 'inputSchema' | 'outputSchema' | 'limitedPatterns', value: object | undefined): Code | undefined => {
    if (value === undefined) return undefined;
    return isExposed ? ts`${tool}.${identifier(key)}` : dataCode(value);
  };
  return {
    inputSchema: of('inputSchema', inputSchema),
    outputSchema: of('outputSchema', outputSchema),
    limitedPatterns: of('limitedPatterns', limitedPatterns),
  };
}

function stepsCode(steps: readonly StepModel[], model: Model, isPrecompiled: boolean): readonly Code[] {
  // The checks of conditions are one list, in the order of the steps.
  let checks = 0;
  return steps.map((step) => {
    const conditions = step.conditions.map((condition) =>
      conditionCode(condition, isPrecompiled && condition.type === 'value_based' ? checks++ : undefined),
    );
    return stepCode(step, model, conditions);
  });
}

function stepCode(step: StepModel, model: Model, conditions: readonly Code[]): Code {
  const { runs } = step;
  return objectCode({
    id: jsonLiteral(step.id),
    tool: 'tool' in runs ? jsonLiteral(runs.tool) : undefined,
    workflow: 'workflow' in runs ? identifier(constantOf(runs.workflow, model)) : undefined,
    inputs: dataCode(step.inputs),
    outputs: unlessEmpty(step.outputs),
    after: dataCode(step.after),
    conditions: conditions.length === 0 ? undefined : arrayCode(conditions),
    retryPolicy: step.retryPolicy && dataCode(step.retryPolicy),
    errorHandling: dataCode({ ...step.errorHandling, ...(step.otherwise && { otherwise: step.otherwise }) }),
    timeoutMs: step.timeoutMs === undefined ? undefined : jsonLiteral(step.timeoutMs),
    isReadOnly: step.isReadOnly ? ts`true` : undefined,
  });
}

/** `check` is the place of its compiled schema in the list of them. */
function conditionCode({ type, parameters, limitedPatterns }: ConditionModel, check: number | undefined): Code {
  return objectCode({
    type: jsonLiteral(type),
    parameters: dataCode(parameters),
    limitedPatterns: limitedPatterns && dataCode(limitedPatterns),
    check: check === undefined ? undefined : ts`checks.conditions[${jsonLiteral(check)}]`,
  });
}

function unlessEmpty(list: readonly unknown[]): Code | undefined {
  return list.length === 0 ? undefined : dataCode(list);
}

/** What came from a manifest, and so is JSON, whatever its type says. */
function dataCode(value: object): Code {
  return jsonLiteral(value as JsonValue);
}

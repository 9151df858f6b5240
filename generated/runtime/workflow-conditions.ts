// Copied by mcpgen from its tested runtime. Do not edit.

import { isWithin } from './time-window.js';
import { meetsSchema } from './value-condition.js';
import { withinTime } from './within-time.js';
import type { AskedCondition, ConditionDefinition, StepDefinition } from './workflow.js';
import type { RunOptions } from './workflow-options.js';
import type { WorkflowScope } from './workflow-scope.js';

/** The type of a condition that does not hold, of those that need nobody's answer; undefined when all hold. */
export function unmetCondition(
  { conditions = [] }: StepDefinition,
  scope: WorkflowScope,
  now: Date,
): ConditionDefinition['type'] | undefined {
  return conditions.find((condition) => !holds(condition, scope, now))?.type;
}

/** A value that is not there, since its step was skipped or since it is optional, meets no condition. */
function holds(condition: ConditionDefinition, scope: WorkflowScope, now: Date): boolean {
  if (condition.type === 'time_based') return isWithin(condition.parameters, now);
  if (condition.type !== 'value_based') return true;
  const found = scope.resolve(condition.parameters.from);
  return found.kind === 'value' && meetsSchema(condition, found.value);
}

/** What the one who runs the workflow is asked about. */
export interface Matter {
  readonly workflow: string;
  readonly step: StepDefinition;
  readonly input: unknown;
  readonly signal: AbortSignal;
}

/** Asks the one who runs the workflow, one question after the other. Gives the type of the first condition that does not hold. */
export async function refusedCondition(
  { workflow, step, input, signal }: Matter,
  { ask }: RunOptions,
): Promise<AskedCondition | undefined> {
  const callee = step.tool ?? step.workflow?.id ?? '';
  for (const condition of step.conditions ?? []) {
    const { type, parameters } = condition;
    if (type === 'value_based' || type === 'time_based') continue;
    if (ask === undefined) throw new TypeError(`nobody answers the ${type} condition of the step ${step.id}`);
    const bounds = { name: `the answer to ${type}`, signal, timeoutMs: undefined };
    const answer = await withinTime(bounds, async (own) =>
      ask({ type, parameters, workflow, step: step.id, callee, input, signal: own }),
    );
    if (answer !== true) return type;
  }
  return undefined;
}

// Copied by mcpgen from its tested runtime. Do not edit.

import type { StepContext } from './step-context.js';
import type { StepDefinition } from './workflow.js';
import { assembleInput } from './workflow-assembly.js';
import { refusedCondition, unmetCondition } from './workflow-conditions.js';
import type { SkipReason } from './workflow-report.js';

/** A step that is to run, with its input, or why it is skipped. People are asked last, and see what would be done. */
export async function prepareStep(
  step: StepDefinition,
  { definition, run, options }: StepContext,
): Promise<{ readonly input: unknown } | { readonly skipped: SkipReason }> {
  const unmet = unmetCondition(step, run.scope, options.now?.() ?? new Date());
  if (unmet !== undefined) return { skipped: { why: 'condition', condition: unmet } };
  const assembled = assembleInput(step.inputs, run.scope);
  if ('skipped' in assembled) return { skipped: { why: 'missing', step: assembled.skipped } };
  const matter = { workflow: definition.id, step, input: assembled.value, signal: run.startSignal(step.id) };
  const refused = await refusedCondition(matter, options);
  return refused === undefined ? { input: assembled.value } : { skipped: { why: 'condition', condition: refused } };
}

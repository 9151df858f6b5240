import { callInstead, callStep } from './call-step.js';
import { prepareStep } from './prepare-step.js';
import type { StepContext } from './step-context.js';
import type { ErrorHandling, StepDefinition } from './workflow.js';
import { assembleInput } from './workflow-assembly.js';

/** One step, from its conditions to its result, or to what happens instead. Never rejects: the run knows how it ended. */
export async function runStep(step: StepDefinition, context: StepContext): Promise<void> {
  const { run } = context;
  if (run.stop !== undefined) return;
  let input: unknown;
  try {
    const prepared = await prepareStep(step, context);
    if (run.stop !== undefined) return;
    if ('skipped' in prepared) return run.skip(step, prepared.skipped);
    input = prepared.input;
  } catch (error) {
    // Whether it was to run is not known: nothing stands in for it, and nobody goes on as if it had been skipped.
    if (run.stop === undefined) run.fail(step.id, error, run.canRollBack);
    return;
  }
  try {
    run.finish(step, await callStep(step, input, context));
  } catch (error) {
    await handleFailure(step, input, error, context);
  }
}

/** The step has failed for good. Once the run has ended otherwise, nothing is started in its place. */
async function handleFailure(
  step: StepDefinition,
  input: unknown,
  error: unknown,
  context: StepContext,
): Promise<void> {
  const { run } = context;
  const handling = step.errorHandling;
  if (run.stop === undefined && handling.strategy === 'skip') return run.skip(step, { why: 'failure' });
  if (run.stop !== undefined || handling.strategy !== 'fallback') {
    return run.fail(step.id, error, handling.strategy === 'rollback');
  }
  try {
    const result = await callInstead(step, handling.tool, fallbackInput(step, handling, input, context), context);
    run.note(step.id, { fallback: handling.tool });
    run.finish(step, result);
  } catch (second) {
    run.fail(step.id, second, handling.otherwise === 'rollback');
  }
}

type Fallback = Extract<ErrorHandling, { strategy: 'fallback' }>;

function fallbackInput(
  { id }: StepDefinition,
  { inputs, tool }: Fallback,
  input: unknown,
  { run }: StepContext,
): unknown {
  if (inputs === undefined) return input;
  const assembled = assembleInput(inputs, run.scope);
  if ('value' in assembled) return assembled.value;
  throw new Error(
    `${tool} cannot stand in for ${id}: its input needs the step ${assembled.skipped}, which was skipped`,
  );
}

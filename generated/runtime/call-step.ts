// Copied by mcpgen from its tested runtime. Do not edit.

import type { StepContext } from './step-context.js';
import { ValidationError } from './validation-error.js';
import { withinTime } from './within-time.js';
import type { FailureClass, StepDefinition, WorkflowDefinition } from './workflow.js';
import { WorkflowError } from './workflow-error.js';
import type { CallControl, Caller } from './workflow-options.js';

/** Calls the step's tool or workflow, as often as its policy says. Rejects with the last failure. */
export function callStep(step: StepDefinition, input: unknown, context: StepContext): Promise<unknown> {
  const { definition, run, caller, options } = context;
  const policy = step.retryPolicy;
  const attempt = (): Promise<unknown> => callOnce(step, input, context);
  if (policy === undefined) return attempt();
  const { retry } = definition;
  if (retry === undefined) throw new Error(`the workflow ${definition.id} cannot try its step ${step.id} again`);
  return retry(policy, attempt, {
    signal: run.startSignal(step.id),
    isWorthRetrying: (error) => {
      const kind = run.stop === undefined ? failureClassOf(error, caller) : undefined;
      return kind !== undefined && policy.retry_on.includes(kind);
    },
    onRetry: (error, number, pauseMs) => {
      try {
        options.onRetry?.({ workflow: definition.id, step: step.id, error, attempt: number, pauseMs });
      } catch (second) {
        // It is no failure of the step: nothing may stand in for that.
        run.failAsWhole(second);
        throw second;
      }
    },
  });
}

/** Calls another tool in the step's place, once. */
export function callInstead(
  step: StepDefinition,
  tool: string,
  input: unknown,
  context: StepContext,
): Promise<unknown> {
  return watched(step, context, callTool(step, tool, input, context));
}

async function callOnce(step: StepDefinition, input: unknown, context: StepContext): Promise<unknown> {
  const { run } = context;
  const { id, tool, workflow } = step;
  run.note(id, { attempts: run.recordOf(id).attempts + 1 });
  const called =
    workflow === undefined ? callTool(step, tool ?? '', input, context) : callInner(step, workflow, input, context);
  try {
    const result = await watched(step, context, called);
    run.succeed(id);
    return result;
  } catch (error) {
    run.note(id, { error });
    throw error;
  }
}

function callTool(
  { id, timeoutMs }: StepDefinition,
  tool: string,
  input: unknown,
  { run, caller }: StepContext,
): Promise<unknown> {
  return withinTime({ name: tool, signal: run.callSignal(id), timeoutMs }, (signal) =>
    caller.call(tool, input, controlOf(signal, timeoutMs, run.meter.listenTo(id))),
  );
}

function callInner(
  { id, timeoutMs }: StepDefinition,
  workflow: WorkflowDefinition,
  input: unknown,
  { run, runInner }: StepContext,
): Promise<unknown> {
  const bounds = { name: workflow.id, signal: run.callSignal(id), timeoutMs, waitsForEnd: true };
  return withinTime(bounds, (signal) =>
    runInner(workflow, input, {
      ...controlOf(signal, undefined, run.meter.listenTo(id)),
      onReport: (inner) => run.note(id, { inner }),
    }),
  );
}

/** The run learns of a call that fails whether it may have had effects. */
async function watched(step: StepDefinition, context: StepContext, called: Promise<unknown>): Promise<unknown> {
  try {
    return await called;
  } catch (error) {
    context.run.failCall(step.id, leavesDoubt(error, context));
    throw error;
  }
}

/** Whether what failed may have done its work all the same. */
function leavesDoubt(error: unknown, { run, caller }: StepContext): boolean {
  if (error instanceof WorkflowError) return error.standing.length + error.uncertain.length > 0;
  if (run.isGivenUp) return true;
  if (error instanceof ValidationError) return error.side === 'output';
  return !caller.hasDoneNothing(error);
}

function controlOf(
  signal: AbortSignal,
  timeoutMs: number | undefined,
  onProgress: CallControl['onProgress'],
): CallControl {
  return { signal, ...(timeoutMs !== undefined && { timeoutMs }), ...(onProgress !== undefined && { onProgress }) };
}

/** A workflow has failed as the step has that it failed at, or as what it was cancelled with. */
export function failureClassOf(error: unknown, caller: Caller): FailureClass | undefined {
  return error instanceof WorkflowError ? failureClassOf(error.cause, caller) : caller.classify(error);
}

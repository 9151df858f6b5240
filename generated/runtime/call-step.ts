// Copied by mcpgen from its tested runtime. Do not edit.

import type { StepContext } from './step-context.js';
import { withinTime } from './within-time.js';
import type { FailureClass, StepDefinition } from './workflow.js';
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
    signal: run.startSignal,
    isWorthRetrying: (error) => {
      const kind = run.stop === undefined ? failureClassOf(error, caller) : undefined;
      return kind !== undefined && policy.retry_on.includes(kind);
    },
    onRetry: (error, number, pauseMs) =>
      options.onRetry?.({ workflow: definition.id, step: step.id, error, attempt: number, pauseMs }),
  });
}

/** Calls another tool in the step's place, once. */
export function callInstead(
  { id, timeoutMs }: StepDefinition,
  tool: string,
  input: unknown,
  { run, caller }: StepContext,
): Promise<unknown> {
  return withinTime({ name: tool, signal: run.callSignal, timeoutMs }, (signal) =>
    caller.call(tool, input, controlOf(signal, timeoutMs, run.meter.listenTo(id))),
  );
}

async function callOnce(step: StepDefinition, input: unknown, context: StepContext): Promise<unknown> {
  const { run, runInner } = context;
  const { id, tool, workflow, timeoutMs } = step;
  run.note(id, { attempts: run.recordOf(id).attempts + 1 });
  if (workflow === undefined) return callInstead(step, tool ?? '', input, context);
  const bounds = { name: workflow.id, signal: run.callSignal, timeoutMs, waitsForEnd: true };
  return withinTime(bounds, (signal) =>
    runInner(workflow, input, {
      ...controlOf(signal, undefined, run.meter.listenTo(id)),
      onReport: (inner) => run.note(id, { inner }),
    }),
  );
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

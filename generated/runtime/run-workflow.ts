// Copied by mcpgen from its tested runtime. Do not edit.

import { checkValue } from './check-value.js';
import { compensate } from './compensate.js';
import type { ToolDescriptor } from './descriptor.js';
import { toWire } from './json.js';
import { runStep } from './run-step.js';
import type { RunInner } from './step-context.js';
import { ValidationError } from './validation-error.js';
import type { WorkflowDefinition } from './workflow.js';
import { assembleRest } from './workflow-assembly.js';
import { WorkflowError } from './workflow-error.js';
import type { Caller, RunOptions } from './workflow-options.js';
import { WorkflowRun } from './workflow-run.js';

/** What else is decided where the engine runs. */
export interface EngineOptions extends RunOptions {
  /** Default: yes, both. */
  readonly validateInput?: boolean | undefined;
  readonly validateOutput?: boolean | undefined;
}

/**
 * Runs a workflow: each step as soon as those that it waits for have ended. Returns the value of its `outputSchema`, `undefined`
 * when it has none.
 *
 * Rejects with a `ValidationError` (side `input`), a `TypeError` when it has a question that nobody answers, or the reason of a
 * signal that is aborted already: then nothing was run. Otherwise with a `WorkflowError`, once everything has come to rest.
 */
export async function runWorkflow(
  definition: WorkflowDefinition,
  input: unknown,
  caller: Caller,
  options: EngineOptions = {},
): Promise<unknown> {
  const { signal } = options;
  signal?.throwIfAborted();
  const value = toWire(input ?? {})?.value;
  await check(definition, 'input', value, options.validateInput);
  assertAnswers(definition, options);
  const run = new WorkflowRun(definition, value, options);
  const cancel = (): void => run.cancel(signal?.reason);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    await runSteps(definition, run, caller, options);
    return await conclude(definition, run, caller, options);
  } finally {
    signal?.removeEventListener('abort', cancel);
    options.onReport?.(run.report());
  }
}

async function runSteps(
  definition: WorkflowDefinition,
  run: WorkflowRun,
  caller: Caller,
  options: RunOptions,
): Promise<void> {
  const { ask, now, onRetry } = options;
  const runInner: RunInner = (workflow, input, control) =>
    runWorkflow(workflow, input, caller, { ask, now, onRetry, ...control });
  const context = { definition, run, caller, options, runInner };
  const ended = new Map<string, Promise<void>>();
  for (const step of definition.steps) {
    const before = step.after.map((id) => ended.get(id));
    ended.set(
      step.id,
      Promise.all(before).then(() => runStep(step, context)),
    );
  }
  await Promise.all(ended.values());
}

/** The workflow's output, when every step has ended and none has stopped the run. */
async function conclude(
  definition: WorkflowDefinition,
  run: WorkflowRun,
  caller: Caller,
  { validateOutput }: EngineOptions,
): Promise<unknown> {
  if (run.stop === undefined) {
    try {
      const output = assembleRest(definition.outputs ?? [], run.scope);
      await check(definition, 'output', output, validateOutput);
      return output;
    } catch (error) {
      run.failAsWhole(error);
    }
  }
  if (run.stop === undefined) throw new Error('a run without a result has a reason');
  const undone = run.stop.rollsBack ? await compensate(definition, run, caller) : [];
  throw new WorkflowError(run.report(), run.stop.failure, undone);
}

async function check(
  definition: WorkflowDefinition,
  side: 'input' | 'output',
  value: unknown,
  isWanted = true,
): Promise<void> {
  const issues = isWanted ? await checkValue(asTool(definition), side, value) : [];
  if (issues.length > 0) throw new ValidationError(definition.id, side, issues);
}

/** As the validator knows what it checks. */
function asTool({ id, inputSchema, outputSchema, limitedPatterns, checks }: WorkflowDefinition): ToolDescriptor {
  return {
    name: id,
    inputSchema,
    ...(outputSchema !== undefined && { outputSchema }),
    ...(limitedPatterns !== undefined && { limitedPatterns }),
    ...(checks !== undefined && { checks: async () => ({ checks }) }),
  };
}

/** Before anything runs: a question in the middle that nobody answers would leave the work half done. */
function assertAnswers({ id, asks = [] }: WorkflowDefinition, { ask }: RunOptions): void {
  if (asks.length === 0 || ask !== undefined) return;
  throw new TypeError(`the workflow ${id} asks the one who runs it (${asks.join(', ')}): pass \`ask\`, which answers`);
}

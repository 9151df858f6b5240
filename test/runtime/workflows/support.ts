import { type EngineOptions, runWorkflow } from '../../../src/runtime/run-workflow.js';
import { TimeoutError } from '../../../src/runtime/timeout-error.js';
import type { StepDefinition, WorkflowDefinition } from '../../../src/runtime/workflow.js';
import type { CallControl, Caller } from '../../../src/runtime/workflow-options.js';
import type { WorkflowReport } from '../../../src/runtime/workflow-report.js';

/** A step that calls the tool of its own name. */
export function step(id: string, members: Partial<StepDefinition> = {}): StepDefinition {
  return { id, tool: id, inputs: [], after: [], errorHandling: { strategy: 'abort' }, ...members };
}

export function workflow(
  steps: readonly StepDefinition[],
  members: Partial<WorkflowDefinition> = {},
): WorkflowDefinition {
  return { id: 'flow', inputSchema: { type: 'object' }, steps, ...members };
}

export const undo = (id: string) => ({ step: id, tool: `undo_${id}`, inputs: [{ from: id, to: '/was' }] });

/** A failure that the caller calls one of the tool's own. */
export class Broken extends Error {}

/** A failure that the caller calls one of the connection. */
export class Lost extends Error {}

export type Answer = (input: unknown, control: CallControl, attempt: number) => unknown;

export interface Run {
  readonly result: Promise<unknown>;
  /** Names of the tools in the order in which they were called. */
  readonly calls: readonly string[];
  readonly inputs: ReadonlyMap<string, unknown>;
  readonly report: () => WorkflowReport;
}

/** Runs a workflow whose tools answer as the table says, and with their own name where it says nothing. */
export function start(
  definition: WorkflowDefinition,
  tools: Readonly<Record<string, Answer>> = {},
  options: EngineOptions = {},
  input: unknown = {},
): Run {
  const calls: string[] = [];
  const inputs = new Map<string, unknown>();
  const caller: Caller = {
    call: async (tool, given, control) => {
      calls.push(tool);
      inputs.set(tool, given);
      return tools[tool]?.(given, control, calls.filter((each) => each === tool).length) ?? tool;
    },
    classify: (error) => {
      if (error instanceof Broken) return 'tool_error';
      if (error instanceof Lost) return 'connection';
      return error instanceof TimeoutError ? 'timeout' : undefined;
    },
    hasDoneNothing: (error) => error instanceof Broken,
  };
  let report: WorkflowReport | undefined;
  const onReport = (each: WorkflowReport) => {
    report = each;
  };
  return {
    result: runWorkflow(definition, input, caller, { onReport, ...options }),
    calls,
    inputs,
    report: () => {
      if (report === undefined) throw new Error('the run has not ended');
      return report;
    },
  };
}

/** The error that a run has ended with. */
export async function errorOf(run: Run): Promise<unknown> {
  return run.result.then(
    (result) => {
      throw new Error(`it gave ${JSON.stringify(result)}`);
    },
    (error: unknown) => error,
  );
}

export const fails = (): never => {
  throw new Broken('no');
};

/** Answers when its call is cancelled, as a well-behaved tool does. */
export const untilCancelled: Answer = (_input, { signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

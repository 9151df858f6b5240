// Copied by mcpgen from its tested runtime. Do not edit.

import { withinTime } from './within-time.js';
import type { WorkflowDefinition } from './workflow.js';
import { assembleRest } from './workflow-assembly.js';
import type { Caller } from './workflow-options.js';
import type { WorkflowRun } from './workflow-run.js';

/** A compensation cannot be cancelled, so it has an end of its own. */
const COMPENSATION_TIMEOUT_MS = 60_000;

/**
 * Undoes finished steps, the one that ended last first. Nothing cancels it: neither what has failed nor the one who has cancelled
 * the run. Returns the steps that were undone, in that order. Never rejects: the run knows what went wrong.
 */
export async function compensate(
  { compensations = [], onCompensationFailure }: WorkflowDefinition,
  run: WorkflowRun,
  caller: Caller,
): Promise<readonly string[]> {
  const undone: string[] = [];
  const timeoutMs = COMPENSATION_TIMEOUT_MS;
  const bounds = { signal: new AbortController().signal, timeoutMs };
  let hasStopped = false;
  for (const step of [...run.finished].reverse()) {
    const found = compensations.find((each) => each.step === step);
    if (found === undefined) continue;
    const { tool, inputs } = found;
    if (hasStopped) {
      run.note(step, { compensation: { tool, outcome: 'not_reached' } });
      continue;
    }
    try {
      const input = assembleRest(inputs, run.scope);
      const given = input === undefined ? {} : input;
      await withinTime({ name: tool, ...bounds }, (signal) => caller.call(tool, given, { signal, timeoutMs }));
      run.note(step, { compensation: { tool, outcome: 'done' } });
      undone.push(step);
    } catch (error) {
      run.note(step, { compensation: { tool, outcome: 'failed', error } });
      hasStopped = onCompensationFailure === 'stop';
    }
  }
  return undone;
}

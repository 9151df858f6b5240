import { diagnose } from '../diagnostics/catalogue.js';
import { type Host, HostError } from '../host/host.js';
import { reportBlocked, type WriteReport } from './check-output.js';
import { type Change, hasChanges, isBlocked, type OutputPlan } from './output-plan.js';
import { planWhileLocked } from './plan-output.js';
import { recover } from './recover.js';
import { RestoreError, swapIn } from './swap-in.js';
import { workPlaceOf } from './work-place.js';
import type { FileReport } from './write-report.js';

/** How long a build waits for another one to end, in milliseconds. */
const patience = 5_000;

const statuses = {
  none: 'unchanged',
  create: 'created',
  update: 'updated',
  remove: 'removed',
  // What blocks never gets here.
  blocked: 'edited',
  extra: 'extra',
} as const satisfies Record<Change, FileReport['status']>;

/**
 * The ending of `build`: writes what differs and nothing else, as a whole or not at all (`docs/adr/0006-writing.md`).
 * A plan with errors, a held lock or a failing disk leave everything as it was, and say so in the diagnostics.
 * Nothing is locked or written when there is nothing to do.
 */
export function writeOutput(host: Host, plan: OutputPlan): WriteReport {
  const place = workPlaceOf(plan.request.output);
  const interrupted = plan.diagnostics.some((each) => each.code === 'output/interrupted');
  if (!interrupted && !isBlocked(plan) && !hasChanges(plan)) return reportWritten(plan);
  try {
    const lock = host.lock(place.lock, patience);
    if (lock === undefined) return reportBlocked(plan, [diagnose('output/busy', { path: place.lock })]);
    try {
      recover(host, plan.request.output);
      // Another build may have written since, or while the plan was made, which then looks like edits.
      const current = planWhileLocked(host, plan.request);
      if (isBlocked(current)) return reportBlocked(current);
      if (hasChanges(current)) swapIn(host, current);
      return reportWritten(current);
    } finally {
      lock.release();
    }
  } catch (error) {
    return reportFailed(plan, error);
  }
}

function reportWritten(plan: OutputPlan): WriteReport {
  const files = plan.files.map(({ path, change }) => ({ path, status: statuses[change] }));
  return { ok: true, files, diagnostics: plan.diagnostics };
}

function reportFailed(plan: OutputPlan, error: unknown): WriteReport {
  if (error instanceof RestoreError) {
    const { path, systemCode: reason } = error.cause;
    const { work } = workPlaceOf(plan.request.output);
    return reportBlocked(plan, [diagnose('output/restore-failed', { path, reason, work })]);
  }
  if (!(error instanceof HostError)) throw error;
  if (isBlocked(plan)) return reportBlocked(plan);
  return reportBlocked(plan, [diagnose('output/write-failed', { path: error.path, reason: error.systemCode })]);
}

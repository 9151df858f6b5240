import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Change, hasChanges, isBlocked, type OutputPlan, type PlannedFile } from './output-plan.js';
import { unifiedDiff } from './unified-diff.js';
import type { FileReport } from './write-report.js';

/** What one of the endings did or found. */
export interface WriteReport {
  /** False when there is an error among the diagnostics. */
  readonly ok: boolean;
  /** Sorted by path. */
  readonly files: readonly FileReport[];
  readonly diagnostics: readonly Diagnostic[];
}

const statuses = {
  none: 'unchanged',
  create: 'missing',
  update: 'stale',
  remove: 'extra',
  blocked: 'edited',
  extra: 'extra',
} as const satisfies Record<Change, FileReport['status']>;

/** All diffs of one report together: what nobody would read to its end is counted, not shown. */
const maxDiffLength = 8_000_000;

/** The ending of `--check`: what is not fresh, with diffs from the disk to what belongs there. Touches nothing. */
export function checkOutput(plan: OutputPlan): WriteReport {
  const files = reportDisk(plan, () => true);
  const stale = hasChanges(plan) || plan.files.some((each) => each.change === 'blocked' || each.change === 'extra');
  const diagnostics = stale ? [...plan.diagnostics, diagnose('output/stale', countStale(files))] : plan.diagnostics;
  return { ok: !stale && !isBlocked(plan), files, diagnostics };
}

/** The report of a build that may not write: the state of the disk, with diffs only of what stands in the way. */
export function reportBlocked(plan: OutputPlan, more: readonly Diagnostic[] = []): WriteReport {
  const files = reportDisk(plan, (file) => file.change === 'blocked');
  return { ok: false, files, diagnostics: [...plan.diagnostics, ...more] };
}

function reportDisk(plan: OutputPlan, wantsDiff: (file: PlannedFile) => boolean): FileReport[] {
  let length = 0;
  return plan.files.map((file) => {
    const { path } = file;
    const status = statuses[file.change];
    if (file.change === 'none' || !wantsDiff(file)) return { path, status };
    if (length > maxDiffLength) return { path, status };
    const before = file.before === undefined ? undefined : new TextDecoder().decode(file.before);
    const diff = unifiedDiff(path, before, file.after);
    length += diff.length;
    return diff === '' ? { path, status } : { path, status, diff };
  });
}

function countStale(files: readonly FileReport[]): { stale: number; missing: number; extra: number; edited: number } {
  const count = (status: FileReport['status']): number => files.filter((each) => each.status === status).length;
  return { stale: count('stale'), missing: count('missing'), extra: count('extra'), edited: count('edited') };
}

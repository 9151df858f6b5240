import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { EmittedFile } from '../emit/emitted-file.js';

/** One generation, ready for any of its endings. */
export interface OutputRequest {
  readonly files: readonly EmittedFile[];
  /** The output folder, relative to the project's root. */
  readonly output: string;
  readonly compilerVersion: string;
  /** Digest of the canonical model, `sha256-...`. */
  readonly modelDigest: string;
  /** Overwrites what was edited by hand or not written by mcpgen, and does without a readable lock file. */
  readonly force: boolean;
}

/** What has to happen with one file, or why nothing may. */
export type Change =
  | 'none'
  | 'create'
  | 'update'
  | 'remove'
  /** A generated file that was edited by hand, or one that stands where a generated one belongs: stops the build. */
  | 'blocked'
  /** In the output folder, and neither ours nor in the way: left alone. */
  | 'extra';

export interface PlannedFile {
  readonly path: string;
  readonly change: Change;
  /** `author`: outside the output folder, created once or completed. */
  readonly owner: 'mcpgen' | 'author';
  /** What is on disk, where it differs from what belongs there. */
  readonly before?: Uint8Array;
  /** What belongs there; absent for what is to be removed, and for extra files. */
  readonly after?: string;
}

/** What is to be done, found by comparing with the disk. Writing it takes no further decision. */
export interface OutputPlan {
  readonly request: OutputRequest;
  /** Sorted by path. */
  readonly files: readonly PlannedFile[];
  /** Paths of all that is in the output folder now. */
  readonly present: readonly string[];
  /** An error here means that nothing may be written. */
  readonly diagnostics: readonly Diagnostic[];
}

export function isBlocked(plan: OutputPlan): boolean {
  return plan.diagnostics.some((each) => each.severity === 'error');
}

export function hasChanges(plan: OutputPlan): boolean {
  return plan.files.some(isChange);
}

export function isChange(file: PlannedFile): boolean {
  return file.change === 'create' || file.change === 'update' || file.change === 'remove';
}

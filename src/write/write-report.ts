/**
 * What the write stage did with one file, or, under `--check`, what it found. `created`, `updated` and `removed` happened;
 * `stale`, `missing`, `extra` and `edited` would have to; `kept` is an author's file that no manifest asks for any more.
 */
export interface FileReport {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly status: 'created' | 'updated' | 'unchanged' | 'removed' | 'stale' | 'missing' | 'extra' | 'edited' | 'kept';
  /** Unified diff from what is on disk to what belongs there. */
  readonly diff?: string;
}

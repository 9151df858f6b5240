/**
 * One file of the output. `generated` files belong to mcpgen: overwritten, removed, guarded against edits.
 * `once` files are created when they are absent and belong to the author from then on.
 */
export interface EmittedFile {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly kind: 'generated' | 'once';
  readonly text: string;
}

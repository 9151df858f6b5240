/**
 * One file of the output. `generated` files belong to mcpgen: overwritten, removed, guarded against edits.
 * `once` files are created when they are absent and belong to the author from then on. `completed` files are the
 * author's, with something missing appended: `text` is the whole new text, and starts with the old one.
 */
export interface EmittedFile {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly kind: 'generated' | 'once' | 'completed';
  readonly text: string;
  /** What `joinPieces` has made the text from, where each piece is a module by itself: the gate takes them one by one. */
  readonly pieces?: readonly string[];
  /** Nothing in it comes from a contract: it ships with mcpgen, whose own tests have read it. */
  readonly shipped?: true;
}

/** A text of pieces with an empty line between, and a line end at the end. */
export function joinPieces(pieces: readonly string[]): Required<Pick<EmittedFile, 'text' | 'pieces'>> {
  return { text: `${pieces.join('\n\n')}\n`, pieces };
}

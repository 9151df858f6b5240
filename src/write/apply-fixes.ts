import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.js';

/** The texts of files after some fixes, by path, and how many of them it were. */
export interface FixedTexts {
  readonly texts: ReadonlyMap<string, string>;
  readonly applied: number;
}

/**
 * Applies the fixes that findings carry by splicing text, so that comments and formatting around them stay as they are. A fix is
 * applied as a whole or not at all: one that touches what an earlier one has changed is left for the next time.
 */
export function applyFixes(diagnostics: readonly Diagnostic[]): FixedTexts {
  const edits = new Map<string, TextEdit[]>();
  let applied = 0;
  for (const { fix = [] } of diagnostics) {
    if (fix.length === 0 || fix.some((edit) => touches(edit, edits.get(edit.span.file.path) ?? []))) continue;
    for (const edit of fix) edits.set(edit.span.file.path, [...(edits.get(edit.span.file.path) ?? []), edit]);
    applied++;
  }
  return { texts: new Map([...edits].map(([path, all]) => [path, splice(all)])), applied };
}

/** Also where one ends and the other starts: what stands between tokens may be needed by both. */
function touches({ span }: TextEdit, others: readonly TextEdit[]): boolean {
  return others.some((other) => span.start <= other.span.end && other.span.start <= span.end);
}

/** All edits are of one file, and none touches another. */
function splice(edits: readonly TextEdit[]): string {
  let text = edits[0]?.span.file.text ?? '';
  for (const { span, replacement } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    text = text.slice(0, span.start) + replacement + text.slice(span.end);
  }
  return text;
}

import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.js';

/** The texts of files before and after some fixes, by path, and what is mended in them. */
export interface FixedTexts {
  readonly texts: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  readonly fixed: readonly Diagnostic[];
}

/**
 * Applies the fixes that findings carry by splicing text, so that comments and formatting around them stay as they are. A fix is
 * applied as a whole or not at all: one that touches what an earlier one has changed is left for the next time.
 */
export function applyFixes(diagnostics: readonly Diagnostic[]): FixedTexts {
  const edits = new Map<string, TextEdit[]>();
  const fixed: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { fix = [] } = diagnostic;
    if (fix.length === 0 || fix.some((edit) => touches(edit, edits.get(edit.span.file.path) ?? []))) continue;
    for (const edit of fix) edits.set(edit.span.file.path, [...(edits.get(edit.span.file.path) ?? []), edit]);
    fixed.push(diagnostic);
  }
  return { texts: new Map([...edits].map(([path, all]) => [path, splice(all)])), fixed };
}

/** Also where one ends and the other starts: what stands between tokens may be needed by both. */
function touches({ span }: TextEdit, others: readonly TextEdit[]): boolean {
  return others.some((other) => span.start <= other.span.end && other.span.start <= span.end);
}

/** All edits are of one file, and none touches another. */
function splice(edits: readonly TextEdit[]): { before: string; after: string } {
  const before = edits[0]?.span.file.text ?? '';
  let after = before;
  for (const { span, replacement } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    after = after.slice(0, span.start) + replacement + after.slice(span.end);
  }
  return { before, after };
}

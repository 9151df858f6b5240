import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.js';

/** The texts of files before and after some fixes, by path, and what is mended in them. */
export interface FixedTexts {
  readonly texts: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  readonly fixed: readonly Diagnostic[];
}

/**
 * Applies the fixes that findings carry by splicing text, so that comments and formatting around them stay as they are. A fix is
 * applied as a whole or not at all: one that touches what an earlier one in its file changes is left for the next time.
 */
export function applyFixes(diagnostics: readonly Diagnostic[]): FixedTexts {
  const fixes = diagnostics.filter(({ fix = [] }) => fix.length > 0).sort((a, b) => startOf(a) - startOf(b));
  const edits = new Map<string, TextEdit[]>();
  const fixed: Diagnostic[] = [];
  for (const diagnostic of fixes) {
    const own = [...(diagnostic.fix ?? [])].sort((a, b) => a.span.start - b.span.start);
    // In the order of their starts, only what a file has last can be touched.
    if (own.some((edit) => touches(edit, edits.get(edit.span.file.path)?.at(-1)))) continue;
    for (const edit of own) {
      const others = edits.get(edit.span.file.path);
      if (others === undefined) edits.set(edit.span.file.path, [edit]);
      else others.push(edit);
    }
    fixed.push(diagnostic);
  }
  return { texts: new Map([...edits].map(([path, all]) => [path, splice(all)])), fixed };
}

function startOf({ fix = [] }: Diagnostic): number {
  return Math.min(...fix.map(({ span }) => span.start));
}

/** Also where one ends and the other starts: what stands between tokens may be needed by both. */
function touches({ span }: TextEdit, last: TextEdit | undefined): boolean {
  return last !== undefined && span.start <= last.span.end;
}

/** All edits are of one file, in order, and none touches another. */
function splice(edits: readonly TextEdit[]): { before: string; after: string } {
  const before = edits[0]?.span.file.text ?? '';
  const pieces: string[] = [];
  let end = 0;
  for (const { span, replacement } of edits) {
    pieces.push(before.slice(end, span.start), replacement);
    end = span.end;
  }
  return { before, after: pieces.join('') + before.slice(end) };
}

import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';

/** Of one schema or one file, more findings than this help nobody, and a hostile one could have hundreds of thousands. */
export const mostFindings = 100;

/** The first findings, and one that counts the rest. The first error is kept wherever it stands: without it a build would go on. */
export function listFindings(diagnostics: readonly Diagnostic[], subject: string): readonly Diagnostic[] {
  if (diagnostics.length <= mostFindings) return diagnostics;
  const listed = diagnostics.slice(0, mostFindings);
  const isError = (each: Diagnostic) => each.severity === 'error';
  const firstError = listed.some(isError) ? undefined : diagnostics.find(isError);
  if (firstError !== undefined) listed.push(firstError);
  return [...listed, remark(diagnostics.length - listed.length, subject, listed.at(-1)?.span)];
}

/** The same for findings that cost time to make. All of them are errors. */
export function listErrors(makers: readonly (() => Diagnostic)[], subject: string): readonly Diagnostic[] {
  const listed = makers.slice(0, mostFindings).map((make) => make());
  const more = makers.length - listed.length;
  return more === 0 ? listed : [...listed, remark(more, subject, listed.at(-1)?.span)];
}

function remark(count: number, subject: string, span: Span | undefined): Diagnostic {
  return diagnose('limits/findings', { count, subject }, { span });
}

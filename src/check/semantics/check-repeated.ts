import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.js';
import { repetitions } from '../repetitions.js';

/** A list that is a set: a repeated entry is a slip, or two entries of which one is wrong. `at` gives the place of an entry. */
export function checkRepeated(what: string, values: readonly string[], at: (index: number) => Span): Diagnostic[] {
  return repetitions(values.entries(), ([, value]) => value).map(({ entry: [index, value], first: [first] }) => {
    const related = [{ message: 'it is listed here first', span: at(first) }];
    return diagnose('semantics/repeated', { what, value }, { span: at(index), related });
  });
}

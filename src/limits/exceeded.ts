import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { type LimitName, type Limits, limitTable } from './limits.js';

/** Where a bound is exceeded, and what there is to say about it beyond the table. */
export interface ExceededAt {
  readonly span?: Span | undefined;
  /** Instead of the table's: "`anyOf`", "the tool \"create_ticket\"". */
  readonly subject?: string;
  /** Counting stopped at the value: the real one is at least as large. */
  readonly atLeast?: boolean;
}

/** The finding about something larger than its limit: what, how large, the limit, and the setting that raises it. */
export function exceeded(
  setting: LimitName,
  value: number,
  limits: Pick<Limits, LimitName>,
  at: ExceededAt = {},
): Diagnostic {
  const { hard, subject, unit } = limitTable[setting];
  const limit = limits[setting];
  const params = { subject: at.subject ?? subject, value, limit, setting, hard, unit, atLeast: at.atLeast ?? false };
  return diagnose('limits/exceeded', params, { span: at.span });
}

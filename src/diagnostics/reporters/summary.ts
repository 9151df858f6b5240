import type { Diagnostic, Severity } from '../diagnostic.js';

/** "2 errors, 1 warning", or "no problems found". */
export function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const parts = SEVERITIES.map((severity) => {
    const count = diagnostics.filter((each) => each.severity === severity).length;
    return count === 0 ? undefined : `${count} ${NAMES[severity]}${count === 1 || severity === 'info' ? '' : 's'}`;
  }).filter((part) => part !== undefined);
  return parts.length === 0 ? 'no problems found' : parts.join(', ');
}

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
const NAMES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info' };

// Copied by mcpgen from its tested runtime. Do not edit.

import type { RiskLevel, SideEffect } from './discovery.js';

/** Levels of risk, from none to the highest. */
export const RISK_LEVELS: readonly RiskLevel[] = ['low', 'medium', 'high', 'critical'];

/**
 * Whether an effect changes something: all do, but a plain read elsewhere, which can be undone, for there is nothing to undo. The
 * annotations of mcpgen's own servers are derived by the same rule.
 */
export function changesSomething({ type, reversible, risk_level }: SideEffect): boolean {
  const isElsewhere = type === 'external_api' || type === 'network';
  return !(isElsewhere && reversible && risk_level === 'low');
}

/** The highest risk of any of the effects; `none` when there are none. */
export function riskOf(effects: readonly SideEffect[]): RiskLevel | 'none' {
  const highest = effects.reduce((level, effect) => Math.max(level, RISK_LEVELS.indexOf(effect.risk_level)), -1);
  return RISK_LEVELS[highest] ?? 'none';
}

import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Deadline } from '../../limits/deadline.js';
import { listFindings } from '../../limits/list-findings.js';
import { rules } from '../rules/index.js';
import type { Contract } from './contract.js';
import type { RuleId } from './rule.js';
import { settingOf } from './settings.js';
import { Suppressions } from './suppressions.js';

/**
 * Holds a contract without errors to the rules that mcpgen.yaml asks for. Findings that a comment ignores are left out; comments
 * that ignore nothing are findings of their own.
 */
export function runRules(contract: Contract, deadline: Deadline): Diagnostic[] {
  const suppressions = Suppressions.of(contract);
  const diagnostics: Diagnostic[] = [];
  const active = new Set<RuleId>();
  for (const rule of rules) {
    const { level, options } = settingOf(rule, contract.project.lint);
    if (level === 'off') continue;
    active.add(rule.id);
    deadline.check('holding the contract to the rules', rule.id);
    const found: Diagnostic[] = [];
    for (const { message, help, ...where } of rule.check(contract, options)) {
      deadline.check('holding the contract to the rules', rule.id);
      if (suppressions.cover(rule.id, where.span)) continue;
      found.push(diagnose(`lint/${rule.id}`, { message, help }, { ...where, severity: level }));
    }
    diagnostics.push(...listFindings(found, `the rule ${rule.id}`));
  }
  return [...diagnostics, ...suppressions.findings(active)];
}

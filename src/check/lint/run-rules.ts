import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { inOrder } from '../../diagnostics/reporters/order.js';
import type { Deadline } from '../../limits/deadline.js';
import { listFindings } from '../../limits/list-findings.js';
import type { BuildMemory } from '../../memory/build-memory.js';
import { rules } from '../rules/index.js';
import type { Contract } from './contract.js';
import { LintMemory } from './lint-memory.js';
import type { Finding, Rule, RuleId } from './rule.js';
import { settingOf } from './settings.js';
import { Suppressions } from './suppressions.js';

/**
 * Holds a contract without errors to the rules that mcpgen.yaml asks for. Findings that a comment ignores are left out; comments
 * that ignore nothing are findings of their own. With a memory, tools are passed over that a rule had nothing to say about.
 */
export function runRules(contract: Contract, deadline: Deadline, memory?: BuildMemory): Diagnostic[] {
  const suppressions = Suppressions.of(contract);
  const known = memory && new LintMemory(memory, contract);
  const diagnostics: Diagnostic[] = [];
  const active = new Set<RuleId>();
  for (const rule of rules) {
    const { level, options } = settingOf(rule, contract.project.lint);
    if (level === 'off') continue;
    active.add(rule.id);
    deadline.check('holding the contract to the rules', rule.id);
    const found: Diagnostic[] = [];
    for (const { message, help, ...where } of findingsOf(rule, contract, options, known)) {
      deadline.check('holding the contract to the rules', rule.id);
      if (suppressions.cover(rule.id, where.span)) continue;
      found.push(diagnose(`lint/${rule.id}`, { message, help }, { ...where, severity: level }));
    }
    // Which of many are listed does not depend on who was looked at first.
    diagnostics.push(...listFindings(inOrder(found), `the rule ${rule.id}`));
  }
  known?.remember();
  return [...diagnostics, ...suppressions.findings(active)];
}

function* findingsOf(
  rule: Rule,
  contract: Contract,
  options: Readonly<Record<string, unknown>>,
  known: LintMemory | undefined,
): Generator<Finding> {
  if (known === undefined || rule.scope === 'contract') return yield* rule.check(contract, options);
  for (const part of known.unknownParts(rule)) {
    for (const finding of rule.check(part.contract, options)) {
      part.hasFindings();
      yield finding;
    }
  }
}

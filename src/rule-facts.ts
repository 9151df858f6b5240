import type { Level, OptionSpecs, Ruleset } from './check/lint/rule.js';
import { rules } from './check/rules/index.js';

/** What mcpgen.yaml can say about a rule. */
export interface RuleFacts {
  readonly levels: Readonly<Record<Ruleset, Level>>;
  readonly options: OptionSpecs;
  /** Whether `mcpgen check --fix` mends some of what it finds. */
  readonly fixable: boolean;
}

/** The facts about the rule whose findings have this code; undefined for findings that no rule makes. */
export function ruleFacts(code: string): RuleFacts | undefined {
  const rule = rules.find(({ id }) => `lint/${id}` === code);
  return rule === undefined ? undefined : { levels: rule.levels, options: rule.options, fixable: rule.isFixable };
}

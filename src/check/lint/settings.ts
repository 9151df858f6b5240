import type { LintConfig } from '../../config/config.generated.js';
import { isJsonObject } from '../../json.js';
import type { Level, Rule } from './rule.js';

/** What mcpgen.yaml says about one rule, its ruleset filled in. */
export interface RuleSetting {
  readonly level: Level;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The level and the options of a rule: its own entry in `lint.rules`, else what the ruleset gives it. */
export function settingOf(rule: Rule, lint: LintConfig): RuleSetting {
  const { ruleset = 'recommended', rules = {} } = lint;
  const fallback = ruleset === 'none' ? 'off' : rule.levels[ruleset];
  const entry: unknown = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
  if (typeof entry === 'string') return { level: entry as Level, options: {} };
  if (!isJsonObject(entry)) return { level: fallback, options: {} };
  const { level, ...options } = entry;
  return { level: level === undefined ? levelInUse(rule, fallback) : (level as Level), options };
}

/** Somebody who sets an option of a rule wants its findings. */
function levelInUse(rule: Rule, fallback: Level): Level {
  if (fallback !== 'off') return fallback;
  return rule.levels.recommended === 'off' ? rule.levels.strict : rule.levels.recommended;
}

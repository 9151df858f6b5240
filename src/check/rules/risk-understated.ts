import { defineRule } from '../lint/rule.js';
import { conductSaidBy } from '../verbs/conduct.js';

export const riskUnderstated = defineRule({
  id: 'risk-understated',
  summary: 'What destroys something for good is not declared to be of low risk.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check({ tools }) {
    for (const { name, declaration, locate } of tools) {
      const effects = declaration.semantics?.side_effects ?? [];
      if (!effects.some(({ reversible }) => !reversible)) continue;
      const { destruction } = conductSaidBy(declaration);
      if (destruction === undefined) continue;
      for (const [index, { reversible, risk_level }] of effects.entries()) {
        if (reversible || risk_level !== 'low') continue;
        yield {
          message: `an effect of ${JSON.stringify(name)} that cannot be undone is of low risk, but ${destruction.what}`,
          span: locate(['semantics', 'side_effects', index, 'risk_level']),
          related: [{ message: 'it is said here', span: locate(destruction.path) }],
          help: 'say `medium` or more: clients ask before they take a risk, and plans avoid it',
        };
      }
    }
  },
});

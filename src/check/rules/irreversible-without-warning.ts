import { changesSomething } from '../../runtime/effects.js';
import { defineRule } from '../lint/rule.js';
import { warnsOfLoss } from '../verbs/warning.js';

export const irreversibleWithoutWarning = defineRule({
  id: 'irreversible-without-warning',
  summary: 'A tool with an effect that cannot be undone says so in its description.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check({ tools }) {
    for (const { name, declaration, locate } of tools) {
      const { description, semantics } = declaration;
      const index = semantics?.side_effects.findIndex((each) => !each.reversible && changesSomething(each)) ?? -1;
      if (index === -1 || warnsOfLoss(description)) continue;
      yield {
        message: `the description of ${JSON.stringify(name)} does not say that a call cannot be undone`,
        span: locate(description === undefined ? ['name'] : ['description']),
        related: [{ message: 'this effect cannot', span: locate(['semantics', 'side_effects', index]) }],
        help: 'say what stays, and what to make sure of before the call: the model does not read `side_effects`',
      };
    }
  },
});

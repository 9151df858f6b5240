import { isOpenWorld } from '../../model/annotations.js';
import { defineRule } from '../lint/rule.js';

export const deterministicWithOutsideEffects = defineRule({
  id: 'deterministic-with-outside-effects',
  summary: 'A tool that reaches other systems does not promise the same result for the same arguments.',
  scope: 'tool',
  levels: { recommended: 'info', strict: 'warning' },
  *check({ tools }) {
    for (const { name, declaration, locate } of tools) {
      const { semantics } = declaration;
      const index = semantics?.side_effects.findIndex(isOpenWorld) ?? -1;
      if (semantics?.deterministic !== true || index === -1) continue;
      yield {
        message: `${JSON.stringify(name)} is deterministic and reaches other systems, whose answers it cannot promise`,
        span: locate(['semantics', 'deterministic']),
        related: [{ message: 'it reaches them here', span: locate(['semantics', 'side_effects', index]) }],
        help: 'say `deterministic: false`, or leave it out: results are cached and compared where it is true',
      };
    }
  },
});

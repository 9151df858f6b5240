import { defineRule } from '../lint/rule.js';

export const missingSemantics = defineRule({
  id: 'missing-semantics',
  summary: 'Every tool declares its side effects.',
  scope: 'tool',
  levels: { recommended: 'off', strict: 'info' },
  *check({ tools }) {
    for (const { name, declaration, locate } of tools) {
      if (declaration.semantics !== undefined) continue;
      yield {
        message: `${JSON.stringify(name)} does not declare its side effects`,
        span: locate(['name']),
        help: 'add `semantics` with `side_effects`; an empty list says that it has none',
      };
    }
  },
});

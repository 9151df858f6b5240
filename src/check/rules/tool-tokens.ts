import { defineRule } from '../lint/rule.js';

export const toolTokens = defineRule({
  id: 'tool-tokens',
  summary: 'The definition of one tool does not fill the context of a model.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  options: {
    max: { type: 'integer', description: 'Tokens of one tool in `tools/list`, estimated.', default: 1500, minimum: 1 },
  },
  *check({ tools }, { max }) {
    for (const { name, tokens, locate } of tools) {
      if (tokens <= max) continue;
      yield {
        message: `${JSON.stringify(name)} takes about ${tokens} tokens in tools/list, and at most ${max} are asked for`,
        span: locate(['name']),
        help: 'every conversation pays for it: shorten texts, drop what hosts do not need, or split the tool',
      };
    }
  },
});

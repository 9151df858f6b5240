import { defineRule } from '../lint/rule.js';

/** As many as help to see where they are spent. */
const mostNamed = 3;

export const totalTokens = defineRule({
  id: 'total-tokens',
  summary: 'All tools together leave room in the context of a model.',
  scope: 'contract',
  levels: { recommended: 'warning', strict: 'warning' },
  options: {
    max: { type: 'integer', description: 'Tokens of `tools/list`, estimated.', default: 25000, minimum: 1 },
  },
  *check({ tools, project }, { max }) {
    const total = tools.reduce((sum, { tokens }) => sum + tokens, 0);
    if (total <= max) return;
    const largest = [...tools].sort((a, b) => b.tokens - a.tokens).slice(0, mostNamed);
    yield {
      message: `tools/list takes about ${total} tokens, and at most ${max} are asked for`,
      span: project.doc.locate(['server'], 'key'),
      help: 'every conversation starts with it: split the server by what its users do, or shorten the tools',
      related: largest.map(({ name, tokens, locate }) => ({
        message: `${JSON.stringify(name)} takes about ${tokens}`,
        span: locate(['name']),
      })),
    };
  },
});

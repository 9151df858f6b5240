import { defineRule } from '../lint/rule.js';

export const missingDescription = defineRule({
  id: 'missing-description',
  summary: 'Every tool has a description.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'error' },
  *check({ tools }) {
    for (const { name, declaration, locate } of tools) {
      if (declaration.description !== undefined && declaration.description.trim() !== '') continue;
      yield {
        message: `${JSON.stringify(name)} has no description`,
        span: locate(declaration.description === undefined ? ['name'] : ['description']),
        help: 'say what a call does, when to use it, and what it returns: models choose tools by nothing else',
      };
    }
  },
});

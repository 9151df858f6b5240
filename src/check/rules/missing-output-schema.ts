import { defineRule } from '../lint/rule.js';

export const missingOutputSchema = defineRule({
  id: 'missing-output-schema',
  summary: 'A tool says what it returns.',
  scope: 'tool',
  levels: { recommended: 'off', strict: 'warning' },
  *check({ tools }) {
    for (const { name, output, locate } of tools) {
      if (output !== undefined) continue;
      yield {
        message: `nothing says what ${JSON.stringify(name)} returns`,
        span: locate(['name']),
        help: 'add `outputSchema`: the result is then typed, checked, and can feed other tools',
      };
    }
  },
});

import { defineRule } from '../lint/rule.js';

export const largeEnum = defineRule({
  id: 'large-enum',
  summary: 'A list of values that every conversation carries is short.',
  scope: 'tool',
  levels: { recommended: 'info', strict: 'warning' },
  options: {
    max: { type: 'integer', description: 'Values of an `enum` that callers send.', default: 100, minimum: 1 },
  },
  *check({ schemas }, { max }) {
    for (const { subschemas, isSent } of schemas) {
      if (!isSent) continue;
      for (const { schema, locate } of subschemas) {
        const { enum: values } = schema;
        if (!Array.isArray(values) || values.length <= max) continue;
        yield {
          message: `this \`enum\` has ${values.length} values, which every conversation carries`,
          span: locate(['enum'], 'key'),
          help: 'take a text and check it in the handler, or let another tool find the value',
        };
      }
    }
  },
});

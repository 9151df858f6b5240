import { defineRule } from '../lint/rule.js';
import { textOf } from '../lint/text-of.js';

export const redundantTypeList = defineRule({
  id: 'redundant-type-list',
  summary: 'A `type` that allows one kind of value is written as a word, not as a list of one.',
  scope: 'tool',
  levels: { recommended: 'info', strict: 'warning' },
  isFixable: true,
  *check({ schemas }) {
    for (const { subschemas } of schemas) {
      for (const { schema, locate } of subschemas) {
        const { type } = schema;
        if (!Array.isArray(type) || type.length !== 1) continue;
        const span = locate(['type']);
        const word = textOf(locate(['type', 0]));
        // Anything else in the list, such as a comment or an anchor, would be lost.
        const isBare = [`[${word}]`, `-${word}`].includes(textOf(span).replaceAll(/\s/g, ''));
        yield {
          message: '`type` is a list of one',
          span,
          help: `write \`type: ${word}\`, which every client understands`,
          ...(isBare ? { fix: [{ span, replacement: word }] } : {}),
        };
      }
    }
  },
});

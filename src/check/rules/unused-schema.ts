import { defineRule } from '../lint/rule.js';

export const unusedSchema = defineRule({
  id: 'unused-schema',
  summary: 'A shared schema is used by a tool or a workflow.',
  scope: 'contract',
  levels: { recommended: 'info', strict: 'warning' },
  *check({ shared, tools }) {
    const named = new Set(tools.flatMap(({ declaration }) => declaration.composition?.output_compatibility ?? []));
    for (const { name, entry, schema } of shared) {
      if (schema.isSent || schema.isReturned || named.has(name)) continue;
      yield {
        message: `no tool and no workflow uses the schema ${JSON.stringify(name)}`,
        span: entry.origin.doc.locate(entry.origin.path, 'key'),
        help: 'remove it, or refer to it where its like is written out',
      };
    }
  },
});

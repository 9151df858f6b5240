import { defineRule } from '../lint/rule.js';

export const requiredWithDefault = defineRule({
  id: 'required-with-default',
  summary: 'A property that callers must send has no default, which would never be used.',
  scope: 'tool',
  levels: { recommended: 'off', strict: 'info' },
  *check({ schemas }) {
    for (const { subschemas, isSent } of schemas) {
      if (!isSent) continue;
      for (const { keyword, path, parent, schema, locate } of subschemas) {
        const required = parent?.schema['required'];
        if (keyword !== 'properties' || !Object.hasOwn(schema, 'default') || !Array.isArray(required)) continue;
        const name = String(path.at(-1));
        const index = required.indexOf(name);
        if (index < 0) continue;
        yield {
          message: `${JSON.stringify(name)} is required, so that its default is never used`,
          span: locate(['default'], 'key'),
          help: 'remove it from `required`, or remove the default',
          related: [{ message: 'it is required here', span: parent?.locate(['required', index]) ?? locate() }],
        };
      }
    }
  },
});

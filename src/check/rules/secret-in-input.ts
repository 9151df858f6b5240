import { defineRule } from '../lint/rule.js';
import { isSecret } from '../lint/secret-names.js';

export const secretInInput = defineRule({
  id: 'secret-in-input',
  summary: 'Secrets do not pass through the model as arguments.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  options: {
    allow: { type: 'strings', description: 'Names of properties that look like secrets and are none.', default: [] },
  },
  *check({ schemas }, { allow }) {
    const allowed = new Set(allow);
    for (const { subschemas, isSent } of schemas) {
      if (!isSent) continue;
      for (const subschema of subschemas) {
        const name = String(subschema.path.at(-1));
        if (subschema.keyword !== 'properties' || allowed.has(name) || !isSecret(subschema)) continue;
        yield {
          message: `${JSON.stringify(name)} is a secret, and arguments pass through the model and its logs`,
          span: subschema.locate([], 'key'),
          help: 'take it from `environment` of mcpgen.yaml, or from the authorization of the connection',
        };
      }
    }
  },
});

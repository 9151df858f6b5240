import { defineRule } from '../lint/rule.js';
import { isSecret } from '../lint/secret-names.js';

export const secretInHeader = defineRule({
  id: 'secret-in-header',
  summary: 'An argument that clients repeat in an HTTP header is no secret.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'error' },
  *check({ schemas }) {
    for (const { subschemas, isSent } of schemas) {
      if (!isSent) continue;
      for (const subschema of subschemas) {
        if (!Object.hasOwn(subschema.schema, 'x-mcp-header') || !isSecret(subschema)) continue;
        const name = JSON.stringify(subschema.path.at(-1) ?? 'the input');
        yield {
          message: `${name} is a secret, and \`x-mcp-header\` sends it where proxies and logs read it`,
          span: subschema.locate(['x-mcp-header'], 'key'),
          help: 'remove `x-mcp-header`; headers are for what intermediaries may know, such as a region',
        };
      }
    }
  },
});

import { entry } from './entry.js';

export const askEntries = {
  'ask/kind': entry<{ found: readonly string[] }>({
    severity: 'error',
    message: ({ found }) =>
      found.length === 0
        ? 'this question does not say what is asked for'
        : `this question asks for ${found.length} things: ${found.map((each) => `\`${each}\``).join(', ')}`,
    help: ({ found }) =>
      found.length === 0
        ? 'say one of `elicit`, `elicitUrl`, `sample` and `roots`'
        : 'make a question of each; a handler can ask several at once',
  }),
  'ask/deprecated': entry<{ feature: 'sampling' | 'roots' }>({
    severity: 'error',
    message: ({ feature }) => `MCP deprecates ${feature}, and this contract does not say that it uses it`,
    help: ({ feature }) => `say \`protocol: { deprecated: [${feature}] }\` in mcpgen.yaml, or do without`,
  }),
  'ask/field': entry<{ field: string; problem: string; help: string }>({
    severity: 'error',
    message: ({ field, problem }) => `the field ${JSON.stringify(field)} ${problem}`,
    help: ({ help }) => help,
  }),
  'ask/default': entry<{ field: string; value: unknown }>({
    severity: 'error',
    message: ({ field, value }) =>
      `the default ${JSON.stringify(value)} is no value that the field ${JSON.stringify(field)} can have`,
    help: () => 'change the default, or what the field allows',
  }),
  'ask/required': entry<{ field: string; suggestion?: string | undefined }>({
    severity: 'error',
    message: ({ field }) => `the form requires the field ${JSON.stringify(field)}, and does not have it`,
    help: ({ suggestion }) =>
      suggestion === undefined ? 'add the field, or remove its name' : `did you mean \`${suggestion}\`?`,
  }),
  'ask/secret': entry<{ field: string }>({
    severity: 'error',
    message: ({ field }) => `the form asks for a secret: ${JSON.stringify(field)}`,
    help: () =>
      'ask for it on a page of yours, with `elicitUrl`: what stands in a form passes through the client and its model',
  }),
  'ask/enum-names': entry<{ field: string }>({
    severity: 'warning',
    message: ({ field }) => `\`enumNames\` of the field ${JSON.stringify(field)} will go from MCP`,
    help: () => 'write `oneOf: [{ const: ..., title: ... }]` in place of `enum` and `enumNames`',
  }),
};

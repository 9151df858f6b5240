import { defineRule } from '../lint/rule.js';

/** What model interfaces refuse, or drop, at the root of an input. */
const refused = ['oneOf', 'anyOf', 'allOf', 'not', 'if', 'enum', 'const', '$ref'] as const;

export const rootComposition = defineRule({
  id: 'root-composition',
  summary:
    'The root of an input is a plain object: model interfaces refuse `anyOf`, `allOf`, `$ref` and the like there.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check({ tools, workflows }) {
    for (const { name, input, model } of [...tools, ...workflows.filter(({ tool }) => tool !== undefined)]) {
      const keyword = refused.find((each) => Object.hasOwn(model.inputSchema, each));
      if (keyword === undefined) continue;
      const isWritten = Object.hasOwn(input.root, keyword);
      yield {
        message: `the input of ${JSON.stringify(name)} has \`${keyword}\` at its root`,
        span: isWritten ? input.locate([keyword], 'key') : input.locate([], 'key'),
        help: 'some model interfaces refuse the whole tool: move the alternatives into a property, or make tools of them',
      };
    }
  },
});

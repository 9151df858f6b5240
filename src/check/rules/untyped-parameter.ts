import { parametersOf } from '../lint/parameters.js';
import { defineRule } from '../lint/rule.js';

/** Members that say nothing about what a value is. */
const silent: ReadonlySet<string> = new Set([
  ...['title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly', '$comment'],
]);

export const untypedParameter = defineRule({
  id: 'untyped-parameter',
  summary: 'A parameter says what kind of value it takes.',
  scope: 'tool',
  levels: { recommended: 'info', strict: 'warning' },
  *check(contract) {
    for (const { name, subschema } of parametersOf(contract)) {
      const { schema, locate } = subschema;
      if (Object.keys(schema).some((each) => !silent.has(each) && !each.startsWith('x-'))) continue;
      yield {
        message: `nothing says what kind of value ${JSON.stringify(name)} is`,
        span: locate([], 'key'),
        help: 'say `type`; where it may be anything, list the types, so that models and hosts know',
      };
    }
  },
});

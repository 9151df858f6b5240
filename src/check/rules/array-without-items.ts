import { withWholes } from '../lint/in-place.js';
import { defineRule } from '../lint/rule.js';
import { saysType } from '../lint/value-types.js';

const itemKeywords = ['items', 'prefixItems', 'contains', 'enum', 'const', '$ref', 'anyOf', 'oneOf', 'allOf'];

export const arrayWithoutItems = defineRule({
  id: 'array-without-items',
  summary: 'An array that callers send says what its items are.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check({ schemas }) {
    for (const { subschemas, isSent } of schemas) {
      if (!isSent) continue;
      for (const subschema of subschemas) {
        if (!saysType(subschema, 'array')) continue;
        if ([...withWholes(subschema)].some(({ schema }) => itemKeywords.some((each) => Object.hasOwn(schema, each)))) {
          continue;
        }
        yield {
          message: 'nothing says what the items of this array are',
          span: subschema.locate(['type']),
          help: 'add `items`; several hosts refuse a tool with an array without them',
        };
      }
    }
  },
});

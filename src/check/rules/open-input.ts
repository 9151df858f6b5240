import { isWhole } from '../lint/in-place.js';
import { defineRule } from '../lint/rule.js';

const closing = ['additionalProperties', 'unevaluatedProperties', 'patternProperties', 'propertyNames'];

export const openInput = defineRule({
  id: 'open-input',
  summary: 'An object that callers send says whether it takes members that it does not name.',
  scope: 'tool',
  levels: { recommended: 'off', strict: 'warning' },
  *check({ schemas }) {
    for (const { subschemas, isSent, role } of schemas) {
      if (!isSent) continue;
      for (const subschema of subschemas) {
        const { schema, path, locate } = subschema;
        const isRoot = role === 'input' && path.length === 0;
        if (!isWhole(subschema) || !(isRoot || Object.hasOwn(schema, 'properties'))) continue;
        if (closing.some((each) => Object.hasOwn(schema, each))) continue;
        yield {
          message: 'a misspelled member of this object is taken without a word',
          span: locate([], 'key'),
          help: 'add `additionalProperties: false`, or `true` where others are welcome',
        };
      }
    }
  },
});

import { withWholes } from '../lint/in-place.js';
import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';
import { saysType } from '../lint/value-types.js';

export const unboundedArray = defineRule({
  id: 'unbounded-array',
  summary: 'An array that callers send has a greatest length.',
  scope: 'tool',
  levels: { recommended: 'off', strict: 'warning' },
  *check({ schemas }) {
    for (const { subschemas, isSent } of schemas) {
      if (!isSent) continue;
      for (const subschema of subschemas) {
        if (!saysType(subschema, 'array') || isBounded(subschema)) continue;
        yield {
          message: 'this array may have any number of items',
          span: subschema.locate(['type']),
          help: 'add `maxItems`',
        };
      }
    }
  },
});

function isBounded(subschema: SubschemaView): boolean {
  for (const { schema } of withWholes(subschema)) {
    const { maxItems, enum: values, const: constant, items, prefixItems, additionalItems, $ref } = schema;
    if ([maxItems, values, constant, $ref].some((each) => each !== undefined)) return true;
    // A tuple that is closed has as many items as it names.
    if (prefixItems !== undefined && items === false) return true;
    if (Array.isArray(items) && additionalItems === false) return true;
  }
  return subschema.children.some(({ keyword, schema }) => keyword === 'allOf' && schema['maxItems'] !== undefined);
}

import { isJsonObject, type JsonObject } from '../../json.js';
import { emptyNumberRange } from '../lint/number-range.js';
import { defineRule } from '../lint/rule.js';

export const impossibleBounds = defineRule({
  id: 'impossible-bounds',
  summary: 'Some value is within the bounds of a schema.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'error' },
  *check({ schemas }) {
    for (const { subschemas } of schemas) {
      for (const { schema, locate } of subschemas) {
        for (const [keyword, problem] of problemsOf(schema)) {
          yield {
            message: `nothing can satisfy this schema: ${problem}`,
            span: locate([keyword]),
            help: 'change one of the two',
          };
        }
      }
    }
  },
});

/** What is wrong, with the keyword to show. Bounds that are plainly crossed, as `minimum` above `maximum`, are errors of their own. */
function* problemsOf(schema: JsonObject): Generator<[string, string]> {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  const isCrossed = typeof minimum === 'number' && typeof maximum === 'number' && minimum > maximum;
  const range = isCrossed ? undefined : emptyNumberRange(schema);
  const low = exclusiveMinimum ?? minimum;
  const high = exclusiveMaximum ?? maximum;
  if (range !== undefined && low !== undefined && high !== undefined) {
    yield [exclusiveMinimum === undefined ? 'minimum' : 'exclusiveMinimum', range];
  }
  const { required, properties, additionalProperties, patternProperties, minProperties, maxProperties } = schema;
  if (Array.isArray(required) && typeof maxProperties === 'number' && required.length > maxProperties) {
    yield ['maxProperties', `it requires ${required.length} members and allows ${maxProperties}`];
  }
  if (additionalProperties === false && patternProperties === undefined && typeof minProperties === 'number') {
    const known = isJsonObject(properties) ? Object.keys(properties).length : 0;
    if (minProperties > known) yield ['minProperties', `it requires ${minProperties} members and names ${known}`];
  }
  const { minItems, uniqueItems, items, prefixItems, type } = schema;
  if (type !== 'array' || typeof minItems !== 'number') return;
  if (Array.isArray(prefixItems) && items === false && minItems > prefixItems.length) {
    yield ['minItems', `it requires ${minItems} items and allows ${prefixItems.length}`];
  }
  const values = isJsonObject(items) ? items['enum'] : undefined;
  if (uniqueItems === true && prefixItems === undefined && Array.isArray(values) && minItems > values.length) {
    yield ['minItems', `it requires ${minItems} different items, and there are ${values.length}`];
  }
}

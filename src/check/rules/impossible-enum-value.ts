import { briefValue } from '../../diagnostics/brief-value.js';
import { typeOf } from '../../json.js';
import { invalidValues, saysMoreThanType } from '../lint/invalid-values.js';
import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';
import { valueTypes } from '../lint/value-types.js';

export const impossibleEnumValue = defineRule({
  id: 'impossible-enum-value',
  summary: 'Every value of an `enum` is one that the rest of the schema accepts.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check(contract) {
    for (const { value, subschema, path } of invalidValues(contract, valuesOf)) {
      yield {
        message: `${briefValue(value)} is listed here, and the rest of the schema refuses it`,
        span: subschema.locate(path),
        help: 'remove it from `enum`, or change what excludes it',
      };
    }
  },
});

function* valuesOf(subschema: SubschemaView) {
  const { enum: values, type } = subschema.schema;
  if (!Array.isArray(values)) return;
  const types = type === undefined ? undefined : valueTypes(subschema);
  const hasWrongType = types !== undefined && values.some((value) => !types.has(typeOf(value)));
  // Beside a list of values there is hardly ever more than their type.
  if (!hasWrongType && type !== 'integer' && !saysMoreThanType(subschema)) return;
  for (const [index, value] of values.entries()) yield [['enum', index], value] as const;
}

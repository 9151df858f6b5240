import { briefValue } from '../../diagnostics/brief-value.js';
import { typeOf } from '../../json.js';
import { isOneOf } from '../../runtime/same-json.js';
import { invalidValues, saysMoreThanType } from '../lint/invalid-values.js';
import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';
import { valueTypes } from '../lint/value-types.js';

export const defaultFailsSchema = defineRule({
  id: 'default-fails-schema',
  summary: 'A `default` is valid for the schema that it stands in.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check(contract) {
    for (const { value, subschema, reason } of invalidValues(contract, defaultOf)) {
      yield {
        message: `the default ${briefValue(value)} is not valid here: ${reason}`,
        span: subschema.locate(['default']),
        help: 'callers that send it are refused: change the default, or the schema',
      };
    }
  },
});

/** One of a wrong type, or none of the values of `enum`, is reported where the schema is checked: `schema/default-mismatch`. */
function* defaultOf(subschema: SubschemaView) {
  const { default: value, enum: values, type } = subschema.schema;
  if (value === undefined || !saysMoreThanType(subschema)) return;
  if (Array.isArray(values) && !isOneOf(values, value)) return;
  const types = type === undefined ? undefined : valueTypes(subschema);
  if (types !== undefined && !types.has(typeOf(value))) return;
  if (type === 'integer' && typeof value === 'number' && !Number.isInteger(value)) return;
  yield [['default'], value] as const;
}

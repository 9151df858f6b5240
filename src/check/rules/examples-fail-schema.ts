import { briefValue } from '../../diagnostics/brief-value.js';
import { invalidValues } from '../lint/invalid-values.js';
import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';

export const examplesFailSchema = defineRule({
  id: 'examples-fail-schema',
  summary: 'The `examples` of a schema are valid for it.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check(contract) {
    for (const { value, subschema, path, reason } of invalidValues(contract, examplesOf)) {
      yield {
        message: `the example ${briefValue(value)} is not valid here: ${reason}`,
        span: subschema.locate(path),
        help: 'models imitate examples: mend it, or the schema',
      };
    }
  },
});

function* examplesOf({ schema: { examples } }: SubschemaView) {
  if (!Array.isArray(examples)) return;
  for (const [index, value] of examples.entries()) yield [['examples', index], value] as const;
}

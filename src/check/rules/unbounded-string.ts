import { isBoundedText } from '../lint/bounded-text.js';
import { defineRule } from '../lint/rule.js';
import { saysType } from '../lint/value-types.js';

export const unboundedString = defineRule({
  id: 'unbounded-string',
  summary: 'A string that callers send has a greatest length.',
  scope: 'tool',
  levels: { recommended: 'off', strict: 'warning' },
  *check({ schemas }) {
    for (const { subschemas, isSent } of schemas) {
      if (!isSent) continue;
      for (const subschema of subschemas) {
        if (!saysType(subschema, 'string') || isBoundedText(subschema)) continue;
        yield {
          message: 'this string may be of any length',
          span: subschema.locate(['type']),
          help: 'add `maxLength`, or what bounds it otherwise: `enum`, or a `pattern` from `^` to `$` without `*` and `+`',
        };
      }
    }
  },
});

import { formats } from '../../runtime/formats.js';
import { isWhole } from '../lint/in-place.js';
import { defineRule } from '../lint/rule.js';

const checked: ReadonlySet<string> = new Set(Object.keys(formats));

export const formatWithoutType = defineRule({
  id: 'format-without-type',
  summary: 'A `format` of strings stands beside `type: string`, or it checks nothing.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check({ schemas }) {
    for (const { subschemas } of schemas) {
      for (const subschema of subschemas) {
        const { format, type } = subschema.schema;
        if (typeof format !== 'string' || !checked.has(format) || !isWhole(subschema)) continue;
        if (type === 'string' || (Array.isArray(type) && type.includes('string'))) continue;
        yield {
          message: `\`format: ${format}\` is about strings, and ${type === undefined ? 'nothing says that this is one' : 'this is none'}`,
          span: subschema.locate(['format']),
          help:
            type === undefined
              ? 'add `type: string`; without it the format is a note that nobody checks'
              : 'remove it, or change the type',
        };
      }
    }
  },
});

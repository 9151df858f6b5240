import { parametersOf } from '../lint/parameters.js';
import { defineRule } from '../lint/rule.js';

/** What the strictest model interface takes for the name of a parameter. */
const accepted = /^[a-zA-Z0-9_.-]{1,64}$/;

export const parameterName = defineRule({
  id: 'parameter-name',
  summary: 'Parameters have names of at most 64 letters, digits, `_`, `.` and `-`.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check(contract) {
    for (const { name, subschema } of parametersOf(contract)) {
      if (accepted.test(name)) continue;
      yield {
        message: `model interfaces refuse a parameter of the name ${JSON.stringify(name)}`,
        span: subschema.locate([], 'key'),
        help: 'use at most 64 letters, digits, `_`, `.` and `-`',
      };
    }
  },
});

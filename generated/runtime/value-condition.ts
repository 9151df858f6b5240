// Copied by mcpgen from its tested runtime. Do not edit.

import { validateSchema } from './validator.js';
import type { ValueCondition } from './workflow.js';

/** Whether a value is one that the condition wants. */
export function meetsSchema({ parameters, limitedPatterns }: ValueCondition, value: unknown): boolean {
  return validateSchema(parameters.matches, value, limitedPatterns).length === 0;
}

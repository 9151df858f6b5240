import { applyCheck } from './schema-check.js';
import type { ValueCondition } from './workflow.js';

/**
 * Whether a value is one that the condition wants.
 *
 * Stands in for the module that compiles schemas, in projects with `validators: precompiled`: the check is code already.
 */
export function meetsSchema({ parameters, check }: ValueCondition, value: unknown): boolean {
  if (check === undefined) throw new Error(`the check of a condition on ${parameters.from} was not generated`);
  return applyCheck(check, value).length === 0;
}

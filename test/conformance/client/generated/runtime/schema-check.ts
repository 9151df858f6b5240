// Copied by mcpgen from its tested runtime. Do not edit.

import { type Finding, type Issue, toIssues } from './issues.js';
import { Undecided } from './undecided.js';

/** A compiled schema: whether a value matches it. Why the last one did not is in `errors`. */
export interface SchemaCheck {
  (value: unknown): boolean;
  errors?: readonly Finding[] | null | undefined;
}

/** The schemas of one tool, compiled. */
export interface ToolChecks {
  readonly input: SchemaCheck;
  readonly output?: SchemaCheck;
}

/** The first reasons why a value does not match, none when it does. */
export function applyCheck(check: SchemaCheck, value: unknown): readonly Issue[] {
  try {
    return check(value) ? [] : toIssues(check.errors);
  } catch (error) {
    if (error instanceof Undecided) return toIssues([{ instancePath: error.pointer, message: error.message }]);
    // A recursive schema follows its value down; one that is nested thousands of levels deep exhausts the stack.
    if (error instanceof RangeError) return [{ pointer: '', message: 'is nested too deeply to be checked' }];
    throw error;
  }
}

// Copied by mcpgen from its tested runtime. Do not edit.

import { describeIssues, type Issue } from './issues.js';

/** A value does not match the contract: what was to be sent (`input`), or what was answered (`output`). */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';

  constructor(
    /** The tool, or the workflow. */
    readonly tool: string,
    readonly side: 'input' | 'output',
    readonly issues: readonly Issue[],
  ) {
    super(`the ${side} of ${tool} does not match its ${side}Schema:\n${describeIssues(issues)}`);
  }
}

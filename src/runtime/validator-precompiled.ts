import type { ToolDescriptor } from './descriptor.js';
import type { Issue } from './issues.js';
import { applyCheck } from './schema-check.js';

/**
 * Checks a JSON value against one of a tool's schemas. Returns the first reasons why it does not match, none when it does.
 *
 * Stands in for the module that compiles schemas, in projects with `validators: precompiled`: the checks are code already.
 */
export function validate(tool: ToolDescriptor, side: 'input' | 'output', value: unknown): readonly Issue[] {
  const schema = side === 'input' ? tool.inputSchema : tool.outputSchema;
  if (schema === undefined) return [];
  const check = tool.checks?.[side];
  if (check === undefined) throw new Error(`the ${side} check of ${tool.name} was not generated`);
  return applyCheck(check, value);
}

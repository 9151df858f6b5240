import type { ToolDescriptor } from './descriptor.js';
import type { Issue } from './issues.js';
import { applyCheck, type ToolChecks } from './schema-check.js';

/**
 * Checks a JSON value against one of a tool's schemas. Gives the first reasons why it does not match, none when it does.
 *
 * Stands in for the module that compiles schemas, in projects with `validators: precompiled`: the checks are code already, loaded
 * when they are first needed.
 */
export async function validate(
  tool: ToolDescriptor,
  side: 'input' | 'output',
  value: unknown,
): Promise<readonly Issue[]> {
  const schema = side === 'input' ? tool.inputSchema : tool.outputSchema;
  if (schema === undefined) return [];
  const check = (loaded.get(tool) ?? (await load(tool)))[side];
  if (check === undefined) throw new Error(`the ${side} check of ${tool.name} was not generated`);
  return applyCheck(check, value);
}

const loaded = new WeakMap<ToolDescriptor, ToolChecks>();

async function load(tool: ToolDescriptor): Promise<Partial<ToolChecks>> {
  const module = await tool.checks?.();
  if (module !== undefined) loaded.set(tool, module.checks);
  return module?.checks ?? {};
}

import type { ToolModel, ToolNames } from '../../model/model.js';
import { typeNamesOfTool } from '../../model/names.js';
import type { Code } from '../code/code.js';
import { identifier } from '../code/identifier.js';

/** The constant in a tool's module that is its descriptor. */
export function descriptorOf({ camel }: ToolNames): Code {
  return identifier(`${camel}Tool`);
}

/** Types of what a tool or a workflow takes and, when it has an `outputSchema`, of what it returns. */
export function typesDeclaredFor({
  names,
  outputSchema,
}: Pick<ToolModel, 'names' | 'outputSchema'>): readonly string[] {
  const { input, output } = typeNamesOfTool(names.pascal);
  return outputSchema === undefined ? [input] : [input, output];
}

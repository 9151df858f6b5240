import type { ToolDescriptor } from './descriptor.js';
import type { Issue } from './issues.js';

let validator: typeof import('./validator.js') | undefined;

/** Loads what checks values now, not with the first of them. */
export async function loadValidator(): Promise<typeof import('./validator.js')> {
  validator ??= await import('./validator.js');
  return validator;
}

/**
 * Checks a JSON value against one of a tool's schemas. Gives the first reasons why it does not match, none when it does.
 *
 * What compiles schemas is loaded for the first value, since to load it takes longer than to start all the rest.
 */
export async function checkValue(
  tool: ToolDescriptor,
  side: 'input' | 'output',
  value: unknown,
): Promise<readonly Issue[]> {
  return (validator ?? (await loadValidator())).validate(tool, side, value);
}

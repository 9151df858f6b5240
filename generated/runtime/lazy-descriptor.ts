// Copied by mcpgen from its tested runtime. Do not edit.

import type { ToolDefinition, ToolDescriptor } from './descriptor.js';

/** With every member there, and maybe undefined, also for compilers that do not tell that from absent. */
type Whole<Members> = { readonly [Member in keyof Required<Members>]: Members[Member] | undefined };

/**
 * A descriptor whose members are made when one of them is first asked for: of a thousand tools, most are never called in the life of a
 * process, and a function that has not been called is hardly read.
 */
export function lazyDescriptor(name: string, define: () => ToolDefinition): ToolDescriptor {
  let defined: ToolDefinition | undefined;
  const definition = (): ToolDefinition => {
    defined ??= define();
    return defined;
  };
  const descriptor: Whole<ToolDefinition> & { readonly name: string } = {
    name,
    get title() {
      return definition().title;
    },
    get description() {
      return definition().description;
    },
    get inputSchema() {
      return definition().inputSchema;
    },
    get outputSchema() {
      return definition().outputSchema;
    },
    get annotations() {
      return definition().annotations;
    },
    get icons() {
      return definition().icons;
    },
    get _meta() {
      return definition()._meta;
    },
    get scopes() {
      return definition().scopes;
    },
    get limitedPatterns() {
      return definition().limitedPatterns;
    },
    get checks() {
      return definition().checks;
    },
    get tasks() {
      return definition().tasks;
    },
    get ask() {
      return definition().ask;
    },
  };
  return descriptor as ToolDescriptor;
}

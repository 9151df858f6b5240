import type { Model, ToolModel } from './model.js';

/** The tools that somebody writes a handler for: all but those that run a workflow. */
export function handledTools(model: Model): readonly ToolModel[] {
  return model.tools.filter((tool) => tool.workflow === undefined);
}

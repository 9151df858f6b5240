import type { Model, ToolNames } from '../../model/model.js';
import { workflowsById } from '../../model/used-workflows.js';

/** The constant that holds a workflow's definition. */
export function constantFor({ camel }: ToolNames): string {
  return `${camel}Workflow`;
}

/** The constant of a workflow by its id. */
export function constantOf(id: string, model: Pick<Model, 'workflows'>): string {
  const found = workflowsById(model).get(id);
  if (found === undefined) throw new Error(`the contract has no workflow ${id}`);
  return constantFor(found.names);
}

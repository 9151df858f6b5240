import type { Model, ToolNames } from '../../model/model.js';
import { typeNamesOfTool } from '../../model/names.js';
import type { WorkflowModel } from '../../model/workflow.js';

/** The constant that holds a workflow's definition. */
export function constantFor({ camel }: ToolNames): string {
  return `${camel}Workflow`;
}

/** The constant that holds the tool which an exposed workflow is. */
export function toolConstantFor({ camel }: ToolNames): string {
  return `${camel}Tool`;
}

/** The constant of a workflow by its id. */
export function constantOf(id: string, { workflows }: Pick<Model, 'workflows'>): string {
  const found = workflows.find((each) => each.id === id);
  if (found === undefined) throw new Error(`the contract has no workflow ${id}`);
  return constantFor(found.names);
}

/** Types of what a workflow takes and, when it has an `outputSchema`, of what it returns. */
export function typesOfWorkflow({ names, outputSchema }: WorkflowModel): readonly string[] {
  return typeNamesOfTool(names.pascal).slice(0, outputSchema === undefined ? 1 : 2);
}

import type { TaskSupport } from '../manifest/manifest.generated.js';
import type { Model, ToolModel } from './model.js';

/** How calls of a tool become tasks, with the defaults of the format. */
export type TaskModel = Required<TaskSupport>;

/** The defaults that the JSON Schema of manifests speaks of. */
export const taskDefaults: TaskModel = { required: false, start: 'call', ttlMs: 3_600_000, pollIntervalMs: 1_000 };

export function taskSupportOf(declared: TaskSupport): TaskModel {
  return { ...taskDefaults, ...declared };
}

/** Tools whose calls may become tasks. */
export function taskTools({ tools }: Pick<Model, 'tools'>): readonly ToolModel[] {
  return tools.filter(({ tasks }) => tasks !== undefined);
}

export function hasTasks(model: Pick<Model, 'tools'>): boolean {
  return taskTools(model).length > 0;
}

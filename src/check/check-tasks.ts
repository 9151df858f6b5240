import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifests, ToolEntry } from '../manifest/read-manifests.js';
import { taskSupportOf } from '../model/task-support.js';

/** What tools say about their tasks, held against itself. */
export function checkTasks({ tools }: Manifests): Diagnostic[] {
  return tools.flatMap(checkInterval);
}

/** A client that does as it is told would ask for the first time when the task is gone. */
function checkInterval({ declaration, origin }: ToolEntry): Diagnostic[] {
  if (declaration.tasks === undefined) return [];
  const { pollIntervalMs, ttlMs } = taskSupportOf(declaration.tasks);
  if (pollIntervalMs < ttlMs) return [];
  const place = (member: 'pollIntervalMs' | 'ttlMs') => origin.doc.locate([...origin.path, 'tasks', member]);
  const isBoth = declaration.tasks.ttlMs !== undefined && declaration.tasks.pollIntervalMs !== undefined;
  const span = place(declaration.tasks.pollIntervalMs === undefined ? 'ttlMs' : 'pollIntervalMs');
  const related = isBoth ? [{ message: 'it is gone after this', span: place('ttlMs') }] : [];
  return [diagnose('tasks/gone-before-asked', { pollIntervalMs, ttlMs }, { span, related })];
}

import type { Model } from './model.js';
import type { WorkflowModel } from './workflow.js';

/** Workflows that generated code runs: all of them in a client, in a server those that are exposed, and what they run. */
export function usedWorkflows(model: Model): readonly WorkflowModel[] {
  if (model.targets.includes('client')) return model.workflows;
  if (!model.targets.includes('server')) return [];
  const used = new Set(exposedWorkflows(model));
  for (const workflow of used) for (const inner of innerWorkflows(workflow, model)) used.add(inner);
  return model.workflows.filter((each) => used.has(each));
}

export function exposedWorkflows({ workflows }: Pick<Model, 'workflows'>): readonly WorkflowModel[] {
  return workflows.filter((each) => each.isExposed);
}

const tables = new WeakMap<Model['workflows'], ReadonlyMap<string, WorkflowModel>>();

/** The workflows by their ids. */
export function workflowsById({ workflows }: Pick<Model, 'workflows'>): ReadonlyMap<string, WorkflowModel> {
  const table = tables.get(workflows) ?? new Map(workflows.map((each) => [each.id, each]));
  tables.set(workflows, table);
  return table;
}

/** Workflows that are steps of this one, each once. */
export function innerWorkflows({ steps }: WorkflowModel, model: Pick<Model, 'workflows'>): readonly WorkflowModel[] {
  const byId = workflowsById(model);
  const ids = new Set(steps.flatMap(({ runs }) => ('workflow' in runs ? [runs.workflow] : [])));
  return [...ids].sort().flatMap((id) => byId.get(id) ?? []);
}

/** A workflow and all that it runs, also through others. Each once: the ways to them can be more than anybody could follow. */
export function withInner(workflow: WorkflowModel, model: Pick<Model, 'workflows'>): readonly WorkflowModel[] {
  const found = new Set([workflow]);
  for (const each of found) for (const inner of innerWorkflows(each, model)) found.add(inner);
  return [...found];
}

/** Names of the tools and workflows that a workflow itself may run: in steps, as a fallback, as a compensation. */
export function calleesOf({ steps, compensations }: WorkflowModel): readonly string[] {
  return [
    ...steps.map(({ runs }) => ('tool' in runs ? runs.tool : runs.workflow)),
    ...steps.flatMap(({ errorHandling }) => errorHandling.tool ?? []),
    ...compensations.map(({ tool }) => tool),
  ];
}

/** Whether any step has a retry policy, and so a package of its own. */
export function hasRetries({ steps }: WorkflowModel): boolean {
  return steps.some((step) => step.retryPolicy !== undefined);
}

const asked = ['location_based', 'user_presence', 'approval_required'] as const;

/** Types of conditions that the one who runs the workflow is asked about, workflows among the steps included. */
export function asksOf(workflow: WorkflowModel, model: Pick<Model, 'workflows'>): readonly string[] {
  const types = new Set<string>(
    withInner(workflow, model).flatMap(({ steps }) =>
      steps.flatMap(({ conditions }) => conditions.map(({ type }) => type)),
    ),
  );
  return asked.filter((type) => types.has(type));
}

/** Whether the server offers a workflow that asks something: then its author has to say who answers. */
export function servesQuestions(model: Pick<Model, 'workflows'>): boolean {
  return exposedWorkflows(model).some((each) => asksOf(each, model).length > 0);
}

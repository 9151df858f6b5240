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

/** Workflows that are steps of this one, each once. */
export function innerWorkflows(
  { steps }: WorkflowModel,
  { workflows }: Pick<Model, 'workflows'>,
): readonly WorkflowModel[] {
  const ids = new Set(steps.flatMap(({ runs }) => ('workflow' in runs ? [runs.workflow] : [])));
  return workflows.filter((each) => ids.has(each.id));
}

/** Whether any step has a retry policy, and so a package of its own. */
export function hasRetries({ steps }: WorkflowModel): boolean {
  return steps.some((step) => step.retryPolicy !== undefined);
}

const asked = ['location_based', 'user_presence', 'approval_required'] as const;

/** Types of conditions that the one who runs the workflow is asked about, workflows among the steps included. */
export function asksOf(workflow: WorkflowModel, { workflows }: Pick<Model, 'workflows'>): readonly string[] {
  const all = withInner(workflow, new Map(workflows.map((each) => [each.id, each])));
  const types = new Set<string>(
    all.flatMap(({ steps }) => steps.flatMap(({ conditions }) => conditions.map(({ type }) => type))),
  );
  return asked.filter((type) => types.has(type));
}

/** A workflow and all that it runs, also through others. Each once: the ways to them can be more than anybody could follow. */
export function withInner(workflow: WorkflowModel, byId: ReadonlyMap<string, WorkflowModel>): readonly WorkflowModel[] {
  const found = new Set([workflow]);
  for (const { steps } of found) {
    for (const { runs } of steps) {
      const inner = 'workflow' in runs ? byId.get(runs.workflow) : undefined;
      if (inner !== undefined) found.add(inner);
    }
  }
  return [...found];
}

/** Whether the server offers a workflow that asks something: then its author has to say who answers. */
export function servesQuestions(model: Pick<Model, 'workflows'>): boolean {
  return exposedWorkflows(model).some((each) => asksOf(each, model).length > 0);
}

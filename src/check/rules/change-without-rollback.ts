import { type Trace, traceOf } from '../lint/changes.js';
import type { Contract, WorkflowView } from '../lint/contract.js';
import { defineRule } from '../lint/rule.js';

const order: readonly Trace[] = ['nothing', 'little', 'much', 'for good'];

export const changeWithoutRollback = defineRule({
  id: 'change-without-rollback',
  summary: 'When a workflow fails half-way, what its finished steps have changed is undone.',
  scope: 'contract',
  levels: { recommended: 'warning', strict: 'warning' },
  *check(contract) {
    const traceOfCallee = traces(contract);
    for (const { declaration, model, locate } of contract.workflows) {
      const undone = new Set(model.compensations.map(({ step }) => step));
      for (const [index, step] of model.steps.entries()) {
        if (undone.has(step.id)) continue;
        const trace = traceOfCallee('tool' in step.runs ? step.runs.tool : step.runs.workflow);
        if (order.indexOf(trace) < order.indexOf('much')) continue;
        const failing = laterThatEnds(model, step.id);
        if (failing === undefined) continue;
        const isForGood = trace === 'for good';
        yield {
          message: `the step ${JSON.stringify(step.id)} ${isForGood ? 'cannot be undone' : 'changes something that stays'} when ${JSON.stringify(failing)} fails after it`,
          span: locate(['steps', index, 'id']),
          related: [
            {
              message: 'a failure here ends the workflow',
              span: locate(['steps', declaration.steps.findIndex(({ id }) => id === failing), 'id']),
            },
          ],
          help: isForGood
            ? 'run it last, with `after`, or name in `rollback_strategy` a tool that makes up for it'
            : 'name in `rollback_strategy` a tool that undoes it, and say `error_handling: { strategy: rollback }`',
        };
      }
    }
  },
});

/** A step that may still be running or to come when this one has ended, and whose failure is the workflow's. */
function laterThatEnds({ steps }: WorkflowView['model'], id: string): string | undefined {
  const before = new Set([id]);
  const collect = (of: string): void => {
    for (const earlier of steps.find((each) => each.id === of)?.after ?? []) {
      if (before.has(earlier)) continue;
      before.add(earlier);
      collect(earlier);
    }
  };
  collect(id);
  const ends = steps.find(({ id: other, errorHandling }) => {
    return !before.has(other) && (errorHandling.strategy === 'abort' || errorHandling.strategy === 'rollback');
  });
  return ends?.id;
}

/** What a tool leaves behind, or the step of a workflow that leaves the most. */
function traces({ tools, workflows }: Contract): (callee: string) => Trace {
  const known = new Map<string, Trace>(tools.map((tool) => [tool.name, traceOf(tool)]));
  const find = (callee: string): Trace => {
    const found = known.get(callee);
    if (found !== undefined) return found;
    const steps = workflows.find(({ name }) => name === callee)?.model.steps ?? [];
    // Workflows do not run themselves; the entry is what a mistake would meet.
    known.set(callee, 'nothing');
    const worst = Math.max(
      0,
      ...steps.map(({ runs }) => order.indexOf(find('tool' in runs ? runs.tool : runs.workflow))),
    );
    const trace = order[worst] ?? 'nothing';
    known.set(callee, trace);
    return trace;
  };
  return find;
}

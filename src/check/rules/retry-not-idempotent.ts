import type { Contract, ToolView } from '../lint/contract.js';
import { defineRule } from '../lint/rule.js';

export const retryNotIdempotent = defineRule({
  id: 'retry-not-idempotent',
  summary: 'Only what can be called twice without harm is tried again.',
  scope: 'contract',
  levels: { recommended: 'warning', strict: 'error' },
  *check(contract) {
    const unsafe = unsafeTools(contract);
    for (const { model, locate } of contract.workflows) {
      for (const [index, { id, runs, retryPolicy }] of model.steps.entries()) {
        // A call that did not get through has done nothing.
        if (retryPolicy === undefined || retryPolicy.retry_on.every((each) => each === 'connection')) continue;
        const tool = unsafe('tool' in runs ? runs.tool : runs.workflow, new Set());
        if (tool === undefined) continue;
        yield {
          message: `the step ${JSON.stringify(id)} is tried again, but ${JSON.stringify(tool.name)} is not idempotent`,
          span: locate(['steps', index, 'retry_policy'], 'key'),
          related: [{ message: 'it does not say that a second call does nothing more', span: tool.locate(['name']) }],
          help: 'say `idempotent: true` of the tool when it is, retry on `connection` alone, or do not retry',
        };
      }
    }
  },
});

/** A tool that a callee runs and that may do its work twice; undefined when there is none. */
function unsafeTools({ tools, workflows }: Contract) {
  const find = (callee: string, seen: Set<string>): ToolView | undefined => {
    if (seen.has(callee)) return undefined;
    seen.add(callee);
    const tool = tools.find(({ name }) => name === callee);
    if (tool !== undefined) return isSafe(tool) ? undefined : tool;
    const steps = workflows.find(({ name }) => name === callee)?.model.steps ?? [];
    for (const { runs } of steps) {
      const found = find('tool' in runs ? runs.tool : runs.workflow, seen);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find;
}

function isSafe({ model }: ToolView): boolean {
  return model.annotations?.['readOnlyHint'] === true || model.annotations?.['idempotentHint'] === true;
}

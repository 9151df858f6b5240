import { expect, test } from 'vitest';
import { exposeWorkflow } from '../../src/model/expose-workflow.js';
import { asksOf } from '../../src/model/used-workflows.js';
import type { WorkflowModel } from '../../src/model/workflow.js';
import { objectWith, tool } from '../handlers/support.js';

function workflow(id: string, members: Partial<WorkflowModel>): WorkflowModel {
  return {
    id,
    names: { file: id, camel: id, pascal: id },
    name: 'A name',
    description: 'What it does.',
    isExposed: true,
    inputSchema: objectWith(id),
    inputShared: new Map(),
    outputShared: new Map(),
    steps: [],
    outputs: [],
    compensations: [],
    onCompensationFailure: 'continue',
    ...members,
  };
}

const step = (id: string, runs: { tool: string } | { workflow: string }) => ({
  ...{ id, runs, inputs: [], outputs: [], after: [], conditions: [] },
  errorHandling: { strategy: 'abort' as const },
  isReadOnly: false,
});

const look = tool('look', { semantics: { side_effects: [], idempotent: true, deterministic: true } });
const mail = tool('mail', {
  semantics: {
    categories: ['mail'],
    side_effects: [{ type: 'external_api', scope: 'mail', reversible: false, risk_level: 'medium' }],
  },
});
const silent = tool('silent');

test('what an exposed workflow means follows from all tools that it may call', () => {
  const inner = workflow('inner', { steps: [step('a', { tool: 'mail' })] });
  const outer = workflow('outer', { steps: [step('a', { tool: 'look' }), step('b', { workflow: 'inner' })] });
  const exposed = exposeWorkflow(outer, [inner, outer], [look, mail, silent]);
  expect(exposed).toMatchObject({
    name: 'outer',
    title: 'A name',
    workflow: 'outer',
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
    semantics: { categories: ['mail'], side_effects: mail.semantics?.side_effects, idempotent: false },
    dependencies: [
      { type: 'tool', name: 'look' },
      { type: 'tool', name: 'mail' },
    ],
  });
});

test('a fallback and a compensation count as well', () => {
  const handling = { strategy: 'fallback' as const, tool: 'mail' };
  const flow = workflow('flow', {
    steps: [{ ...step('a', { tool: 'look' }), errorHandling: handling }],
    compensations: [{ step: 'a', tool: 'silent', inputs: [] }],
  });
  const exposed = exposeWorkflow(flow, [flow], [look, mail, silent]);
  expect(exposed.dependencies.map((each) => each.name)).toEqual(['look', 'mail', 'silent']);
});

test('nothing is claimed when one of its tools says nothing', () => {
  const flow = workflow('flow', { steps: [step('a', { tool: 'look' }), step('b', { tool: 'silent' })] });
  const exposed = exposeWorkflow(flow, [flow], [look, mail, silent]);
  expect(exposed.semantics).toBeUndefined();
  expect(exposed.annotations).toBeUndefined();
});

test('what leads to a workflow in many ways is looked at once', () => {
  const asking = {
    ...step('ask', { tool: 'mail' }),
    conditions: [{ type: 'approval_required' as const, parameters: {} }],
  };
  const workflows = [workflow('w0', { steps: [asking] })];
  for (let n = 1; n < 200; n++) {
    const inner = { workflow: `w${n - 1}` };
    const skipping = { workflow: `w${Math.max(n - 2, 0)}` };
    workflows.push(workflow(`w${n}`, { steps: [step('a', inner), step('b', inner), step('c', skipping)] }));
  }
  const last = workflows[199] ?? workflow('none', {});
  expect(exposeWorkflow(last, workflows, [mail]).dependencies).toEqual([{ type: 'tool', name: 'mail' }]);
  expect(asksOf(last, { workflows })).toEqual(['approval_required']);
});

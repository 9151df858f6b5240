import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkflowDeclaration, WorkflowStep } from '../../src/manifest/manifest.generated.js';
import type { ToolModel } from '../../src/model/model.js';
import { conductOf, orderSteps } from '../../src/model/order-steps.js';
import { tool } from '../handlers/support.js';

const scopes = (...names: string[]) => ({
  side_effects: names.map((scope) => ({
    type: 'data_modification' as const,
    scope,
    reversible: true,
    risk_level: 'low' as const,
  })),
});

const tools: readonly ToolModel[] = [
  tool('look', { semantics: { side_effects: [] }, composition: { parallelizable: true } }),
  tool('write', { semantics: scopes('tickets'), composition: { parallelizable: true } }),
  tool('close', { semantics: scopes('comments', 'tickets'), composition: { parallelizable: true } }),
  tool('note', { semantics: scopes('notes'), composition: { parallelizable: true } }),
  tool('alone', { semantics: { side_effects: [] }, composition: { parallelizable: false } }),
  tool('silent'),
];

function waits(steps: readonly WorkflowStep[], workflows: readonly WorkflowDeclaration[] = []): string[] {
  return orderSteps(steps, conductOf(tools, workflows)).map((each) => each.join(' '));
}

const step = (id: string, name: string, ...from: string[]): WorkflowStep => ({
  id,
  tool: name,
  inputs: from.map((each) => ({ from: each, to: '/x' })),
});

describe('what a step waits for', () => {
  test('nothing, when all it uses is the input', () => {
    expect(waits([step('a', 'look', 'input/x'), step('b', 'look', 'input/x')])).toEqual(['', '']);
  });

  test('the steps whose results it uses, by their id or a name that they give', () => {
    const first = { ...step('a', 'look'), outputs: [{ from: '/id', to: 'found' }] };
    expect(waits([first, step('b', 'look', 'found'), step('c', 'look', 'b/x')])).toEqual(['', 'a', 'b']);
  });

  test('the steps that its conditions, its fallback and `after` name', () => {
    const asks: WorkflowStep = {
      ...step('d', 'look'),
      after: ['c'],
      conditions: [{ type: 'value_based', parameters: { from: 'a/x', matches: {} } }],
      error_handling: { strategy: 'fallback', tool: 'look', inputs: [{ from: 'b/x', to: '/x' }] },
    };
    expect(waits([step('a', 'look'), step('b', 'look'), step('c', 'look'), asks])).toEqual(['', '', '', 'a b c']);
  });

  test('not a step that another one waits for anyway', () => {
    expect(waits([step('a', 'look'), step('b', 'look', 'a'), step('c', 'look', 'a', 'b')])).toEqual(['', 'a', 'b']);
  });

  test('steps that change the same thing, and no others that change something', () => {
    expect(waits([step('a', 'write'), step('b', 'note'), step('c', 'close')])).toEqual(['', '', 'a']);
  });

  test('every other one, when a tool is not parallelizable or does not say so', () => {
    expect(waits([step('a', 'look'), step('b', 'alone'), step('c', 'look')])).toEqual(['', 'a', 'b']);
    expect(waits([step('a', 'look'), step('b', 'silent')])).toEqual(['', 'a']);
  });

  test('a workflow behaves as the worst of its tools, and a fallback counts', () => {
    const inner: WorkflowDeclaration = {
      id: 'inner',
      name: '',
      description: '',
      inputSchema: {},
      steps: [{ ...step('x', 'look'), error_handling: { strategy: 'fallback', tool: 'close' } }],
    };
    const nested = { id: 'b', workflow: 'inner' };
    expect(waits([step('a', 'write'), nested, step('c', 'note')], [inner])).toEqual(['', 'a', '']);
  });

  test('whatever the steps are, no two that exclude each other can meet', () => {
    const name = fc.constantFrom(...tools.map((each) => each.name));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.option(fc.nat(9))), { maxLength: 10 }), (made) => {
        const steps = made.map(([called, uses], index) =>
          step(`s${index}`, called, ...(uses !== null && uses < index ? [`s${uses}`] : [])),
        );
        const order = orderSteps(steps, conductOf(tools, []));
        const before = steps.map((_, index) => ancestors(index, order));
        for (const [later, { tool: one = '' }] of steps.entries()) {
          for (const [earlier, { tool: other = '' }] of steps.slice(0, later).entries()) {
            if (excludes(one, other)) expect(before[later]?.has(`s${earlier}`)).toBe(true);
          }
        }
      }),
    );
  });
});

function ancestors(index: number, order: readonly (readonly string[])[]): Set<string> {
  const direct = order[index] ?? [];
  return new Set([...direct, ...direct.flatMap((id) => [...ancestors(Number(id.slice(1)), order)])]);
}

function excludes(one: string, other: string): boolean {
  const pair = [one, other];
  if (pair.some((each) => each === 'alone' || each === 'silent')) return true;
  return pair.every((each) => each === 'write' || each === 'close');
}

import { expect, test } from 'vitest';
import { gate } from '../support/gate.js';
import { errorOf, fails, start, step, undo, untilCancelled, workflow } from './support.js';

const inner = workflow([step('a'), step('b', { after: ['a'], errorHandling: { strategy: 'rollback' } })], {
  id: 'inner',
  inputSchema: { type: 'object', required: ['x'] },
  outputSchema: {},
  outputs: [{ from: 'b', to: '/said' }],
  compensations: [undo('a')],
});
/** The same without required input. */
const innerStep = { ...inner, inputSchema: { type: 'object' } };
const outer = workflow(
  [
    step('first'),
    step('second', { workflow: inner, after: ['first'], inputs: [{ from: 'first', to: '/x' }] }),
    step('third', { after: ['second'], inputs: [{ from: 'second/said', to: '/said' }] }),
  ],
  { id: 'outer', compensations: [undo('first')] },
);

test('a workflow is a step: its output is the result', async () => {
  const seen: unknown[] = [];
  const run = start(outer, {}, { onProgress: ({ progress, message }) => seen.push([progress, message]) });
  await run.result;
  expect(run.calls).toEqual(['first', 'a', 'b', 'third']);
  expect(run.inputs.get('third')).toEqual({ said: 'b' });
  expect(run.report().steps[1]).toMatchObject({
    step: 'second',
    outcome: 'finished',
    inner: { workflow: 'inner', steps: [{ step: 'a' }, { step: 'b', outcome: 'finished' }] },
  });
  expect(seen).toEqual([
    [1, 'first has finished'],
    [1.5, 'second: a has finished'],
    [1.99, 'second: b has finished'],
    [2, 'second has finished'],
    [3, 'third has finished'],
  ]);
});

test('what fails in it undoes its own steps, and then counts as the step’s failure', async () => {
  const run = start(outer, { b: fails });
  expect(await errorOf(run)).toMatchObject({
    workflow: 'outer',
    step: 'second',
    standing: ['first'],
    cause: { name: 'WorkflowError', workflow: 'inner', step: 'b', undone: ['a'] },
  });
  expect(run.calls).toEqual(['first', 'a', 'b', 'undo_a']);
});

test('a cancelled run waits until the workflow in it has undone what it did', async () => {
  const [started, undoing, undone] = [gate(), gate(), gate()];
  const controller = new AbortController();
  const run = start(
    outer,
    {
      b: (...args) => {
        started.open();
        return untilCancelled(...args);
      },
      undo_a: () => {
        undoing.open();
        return undone.opened;
      },
    },
    { signal: controller.signal },
  );
  const error = errorOf(run);
  await started.opened;
  controller.abort('enough');
  await undoing.opened;
  expect(run.calls).toEqual(['first', 'a', 'b', 'undo_a']);
  undone.open();
  expect(await error).toMatchObject({ why: 'cancelled', cause: 'enough', undone: ['first'], uncertain: ['second'] });
  expect(run.calls).toEqual(['first', 'a', 'b', 'undo_a', 'undo_first']);
});

test('its input is checked like that of a tool', async () => {
  const wrong = workflow([step('second', { workflow: inner })], { id: 'outer' });
  const run = start(wrong);
  expect(await errorOf(run)).toMatchObject({ cause: { name: 'ValidationError', tool: 'inner', side: 'input' } });
  expect(run.calls).toEqual([]);
});

test('what is left of a workflow that failed as a step is open, and nothing when it has undone everything', async () => {
  const skip = { errorHandling: { strategy: 'skip' } } as const;
  for (const isUndone of [true, false]) {
    const undo_a = () => (isUndone ? 'undone' : fails());
    const definition = workflow([step('second', { workflow: innerStep, ...skip }), step('bad', { after: ['second'] })]);
    const error = await errorOf(start(definition, { b: fails, undo_a, bad: fails }));
    expect(error).toMatchObject({ step: 'bad', uncertain: isUndone ? [] : ['second'] });
  }
});

test('a workflow that took too long as a step says so', async () => {
  const definition = workflow([step('second', { workflow: innerStep, timeoutMs: 5 })]);
  const error = await errorOf(start(definition, { b: untilCancelled }));
  expect(error).toMatchObject({ cause: { why: 'cancelled', undone: ['a'], uncertain: ['b'] }, uncertain: ['second'] });
  expect(String(error)).toContain('The workflow inner was cancelled: inner did not answer within 5 ms.');
});

test('a cancelled workflow that has undone everything leaves nothing open', async () => {
  const [asked, controller] = [gate(), new AbortController()];
  const ask = () => {
    asked.open();
    return new Promise<boolean>(() => undefined);
  };
  const conditions = [{ type: 'user_presence', parameters: {} }] as const;
  const asking = { ...innerStep, steps: [step('a'), step('b', { after: ['a'], conditions })] };
  const definition = workflow([step('second', { workflow: asking })], { asks: ['user_presence'] });
  const run = start(definition, {}, { ask, signal: controller.signal });
  await asked.opened;
  controller.abort('enough');
  expect(await errorOf(run)).toMatchObject({ why: 'cancelled', standing: [], uncertain: [] });
  expect(run.calls).toEqual(['a', 'undo_a']);
  expect(run.report().steps).toMatchObject([{ outcome: 'cancelled' }]);
});

import { expect, test } from 'vitest';
import { gate } from '../support/gate.js';
import { errorOf, fails, start, step, undo, workflow } from './support.js';

test('a step gets the results of those before it, and the output is made of what they gave', async () => {
  const definition = workflow(
    [
      step('find', { inputs: [{ from: 'input/key', to: '/id' }], outputs: [{ from: '/name', to: 'person' }] }),
      step('greet', {
        after: ['find'],
        inputs: [
          { from: 'person', to: '/who' },
          { value: 'Hello', to: '/word' },
        ],
      }),
    ],
    {
      outputSchema: { type: 'object', required: ['said'] },
      outputs: [{ from: 'greet', to: '/said' }],
    },
  );
  const run = start(definition, { find: () => ({ name: 'Ada' }), greet: (input) => input }, {}, { key: 7 });
  expect(await run.result).toEqual({ said: { who: 'Ada', word: 'Hello' } });
  expect(run.inputs.get('find')).toEqual({ id: 7 });
  expect(run.report()).toEqual({
    workflow: 'flow',
    steps: [
      { step: 'find', outcome: 'finished', attempts: 1 },
      { step: 'greet', outcome: 'finished', attempts: 1 },
    ],
  });
});

test('steps that do not wait for each other run at the same time', async () => {
  const [left, right] = [gate(), gate()];
  // Each ends only when the other has started.
  const tools = {
    left: () => {
      left.open();
      return right.opened;
    },
    right: () => {
      right.open();
      return left.opened;
    },
  };
  const run = start(workflow([step('left'), step('right'), step('last', { after: ['left', 'right'] })]), tools);
  await run.result;
  expect(run.calls).toEqual(['left', 'right', 'last']);
});

test('a workflow without outputs gives nothing', async () => {
  expect(await start(workflow([step('only')])).result).toBeUndefined();
});

test('input that does not match the schema starts nothing', async () => {
  const definition = workflow([step('only')], { inputSchema: { type: 'object', required: ['id'] } });
  const run = start(definition);
  expect(await errorOf(run)).toMatchObject({ name: 'ValidationError', tool: 'flow', side: 'input' });
  expect(run.calls).toEqual([]);
});

test('output that does not match the schema is an error, and what was done is undone', async () => {
  const definition = workflow([step('only')], {
    outputSchema: { type: 'number' },
    outputs: [{ from: 'only', to: '' }],
    compensations: [undo('only')],
  });
  const run = start(definition);
  expect(await errorOf(run)).toMatchObject({
    name: 'WorkflowError',
    step: undefined,
    undone: ['only'],
    cause: { name: 'ValidationError', side: 'output' },
  });
  expect(run.calls).toEqual(['only', 'undo_only']);
});

test('a failed step ends the workflow: nothing new starts, and what runs is given up', async () => {
  const started = gate();
  const definition = workflow([step('slow'), step('bad'), step('never', { after: ['slow'] })]);
  const tools = {
    slow: () => {
      started.open();
      // Does not listen to anybody.
      return new Promise(() => undefined);
    },
    bad: async () => {
      await started.opened;
      fails();
    },
  };
  const run = start(definition, tools);
  const error = await errorOf(run);
  expect(error).toMatchObject({ name: 'WorkflowError', why: 'failed', step: 'bad', uncertain: ['slow'] });
  expect(run.calls).toEqual(['slow', 'bad']);
  expect(run.report().steps.map(({ outcome }) => outcome)).toEqual(['cancelled', 'failed', 'not_started']);
});

test('progress says how many steps have ended, with parts of those that run', async () => {
  const seen: unknown[] = [];
  const definition = workflow([step('one'), step('two', { after: ['one'] })]);
  const two = (_: unknown, { onProgress }: { onProgress?: (progress: object) => void }) => {
    onProgress?.({ progress: 1, total: 4, message: 'reading' });
    onProgress?.({ progress: 5 });
    onProgress?.({ progress: 9, total: 4 });
  };
  await start(definition, { two: two as never }, { onProgress: (progress) => seen.push(progress) }).result;
  expect(seen).toEqual([
    { progress: 1, total: 2, message: 'one has finished' },
    { progress: 1.25, total: 2, message: 'two: reading' },
    { progress: 1.99, total: 2, message: 'two' },
    { progress: 2, total: 2, message: 'two has finished' },
  ]);
});

test('whoever listens to progress and fails ends the workflow', async () => {
  const definition = workflow([step('one'), step('two', { after: ['one'] })]);
  const onProgress = () => {
    throw new Error('the screen is gone');
  };
  const run = start(definition, {}, { onProgress });
  expect(await errorOf(run)).toMatchObject({ why: 'failed', cause: { message: 'the screen is gone' } });
  expect(run.calls).toEqual(['one']);
});

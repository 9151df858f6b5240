import { expect, test } from 'vitest';
import { TimeoutError } from '../../../src/runtime/timeout-error.js';
import { ValidationError } from '../../../src/runtime/validation-error.js';
import { errorOf, fails, Lost, start, step, undo, workflow } from './support.js';

const late = () => {
  throw new TimeoutError('late', 5);
};
const lost = () => {
  throw new Lost('the connection is gone');
};
const invalid = () => {
  throw new ValidationError('invalid', 'output', [{ pointer: '', message: 'is no number' }]);
};

test.each([
  ['no answer in time', late],
  ['a lost connection', lost],
  ['an answer that is not what was agreed', invalid],
])('%s leaves it open whether the step has done its work', async (_, bad) => {
  const definition = workflow(
    [step('done'), step('bad', { errorHandling: { strategy: 'rollback' }, after: ['done'] })],
    {
      compensations: [undo('done'), undo('bad')],
    },
  );
  const run = start(definition, { bad });
  const error = await errorOf(run);
  expect(error).toMatchObject({ step: 'bad', undone: ['done'], standing: [], uncertain: ['bad'] });
  expect(String(error)).toContain('\nPerhaps done, in whole or in part: bad.');
  expect(run.report().steps[1]).toMatchObject({ outcome: 'failed', isInDoubt: true });
  expect(run.calls).toEqual(['done', 'bad', 'undo_done']);
});

test('a tool that says that it failed, and one that changes nothing, leave nothing open', async () => {
  for (const [members, bad] of [
    [{}, fails],
    [{ isReadOnly: true }, late],
  ] as const) {
    expect(await errorOf(start(workflow([step('bad', members)]), { bad }))).toMatchObject({ uncertain: [] });
  }
});

test('what a skipped step may have done is told, and what a step may have done before another tool stood in', async () => {
  const definition = workflow([
    step('skipped', { errorHandling: { strategy: 'skip' } }),
    step('replaced', { after: ['skipped'], errorHandling: { strategy: 'fallback', tool: 'second' } }),
    step('bad', { after: ['replaced'] }),
  ]);
  const error = await errorOf(start(definition, { skipped: late, replaced: lost, bad: fails }));
  expect(error).toMatchObject({ standing: ['replaced'], uncertain: ['skipped', 'replaced'] });
});

test('so is what the tool that stood in may have done', async () => {
  const handling = { strategy: 'fallback', tool: 'second' } as const;
  const run = start(workflow([step('first', { errorHandling: handling })]), { first: fails, second: late });
  expect(await errorOf(run)).toMatchObject({ step: 'first', uncertain: ['first'] });
});

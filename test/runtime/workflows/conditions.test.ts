import { expect, test } from 'vitest';
import { isWithin } from '../../../src/runtime/time-window.js';
import type { ConditionDefinition, TimeWindow } from '../../../src/runtime/workflow.js';
import type { Question } from '../../../src/runtime/workflow-options.js';
import { gate } from '../support/gate.js';
import { Broken, errorOf, start, step, undo, workflow } from './support.js';

const open: ConditionDefinition = {
  type: 'value_based',
  parameters: { from: 'find/status', matches: { const: 'open' } },
};
const approval: ConditionDefinition = { type: 'approval_required', parameters: { message: 'Really?' } };

test.each([
  ['open', 'finished'],
  ['closed', 'skipped'],
  [undefined, 'skipped'],
])('a condition on the value %s: %s', async (status, outcome) => {
  const definition = workflow([step('find'), step('close', { after: ['find'], conditions: [open] })]);
  const run = start(definition, { find: () => ({ status }) });
  await run.result;
  const [, close] = run.report().steps;
  expect(close).toMatchObject({ outcome });
  expect(close?.skipped).toEqual(outcome === 'skipped' ? { why: 'condition', condition: 'value_based' } : undefined);
});

test.each<[TimeWindow, string, boolean]>([
  [{ after: '09:00', before: '17:00' }, '2026-03-05T09:00:00Z', true],
  [{ after: '09:00', before: '17:00' }, '2026-03-05T16:59:59Z', true],
  [{ after: '09:00', before: '17:00' }, '2026-03-05T17:00:00Z', false],
  [{ after: '09:00', before: '17:00', time_zone: 'Asia/Tokyo' }, '2026-03-05T00:30:00Z', true],
  [{ after: '09:00', before: '17:00', time_zone: 'America/New_York' }, '2026-03-05T13:59:00Z', false],
  [{ after: '22:00', before: '06:00' }, '2026-03-05T23:00:00Z', true],
  [{ after: '22:00', before: '06:00' }, '2026-03-05T05:59:00Z', true],
  [{ after: '22:00', before: '06:00' }, '2026-03-05T06:00:00Z', false],
  // Thursday's night reaches into Friday.
  [{ after: '22:00', before: '06:00', days: ['thu'] }, '2026-03-06T01:00:00Z', true],
  [{ after: '22:00', before: '06:00', days: ['fri'] }, '2026-03-06T01:00:00Z', false],
  [{ days: ['thu'] }, '2026-03-05T12:00:00Z', true],
  [{ days: ['mon', 'sun'] }, '2026-03-05T12:00:00Z', false],
  // Friday in Auckland already.
  [{ days: ['fri'], time_zone: 'Pacific/Auckland' }, '2026-03-05T12:00:00Z', true],
  [{ before: '00:30' }, '2026-03-05T00:00:00Z', true],
  [{ after: '12:00' }, '2026-03-05T23:59:59Z', true],
])('%j at %s: %s', (window, time, expected) => {
  expect(isWithin(window, new Date(time))).toBe(expected);
});

test('the clock of a run is the one that it is given', async () => {
  const conditions: ConditionDefinition[] = [{ type: 'time_based', parameters: { after: '09:00', before: '17:00' } }];
  for (const hour of ['08', '12']) {
    const run = start(
      workflow([step('send', { conditions })]),
      {},
      { now: () => new Date(`2026-03-05T${hour}:00:00Z`) },
    );
    await run.result;
    expect(run.calls).toEqual(hour === '12' ? ['send'] : []);
  }
});

test('whoever runs the workflow is asked, last of all, and sees what would be done', async () => {
  const questions: Question[] = [];
  const definition = workflow(
    [
      step('find'),
      step('close', { after: ['find'], inputs: [{ from: 'find/id', to: '/id' }], conditions: [approval, open] }),
    ],
    { asks: ['approval_required'] },
  );
  const ask = (question: Question) => {
    questions.push(question);
    return true;
  };
  const closed = start(definition, { find: () => ({ status: 'closed', id: 4 }) }, { ask });
  await closed.result;
  expect(questions).toEqual([]);
  const opened = start(definition, { find: () => ({ status: 'open', id: 4 }) }, { ask });
  await opened.result;
  expect(opened.calls).toEqual(['find', 'close']);
  expect(questions).toMatchObject([
    {
      type: 'approval_required',
      parameters: { message: 'Really?' },
      workflow: 'flow',
      step: 'close',
      callee: 'close',
      input: { id: 4 },
    },
  ]);
});

test.each([false, undefined, 'yes', 1])('%j is no consent', async (answer) => {
  const definition = workflow([step('close', { conditions: [approval] })], { asks: ['approval_required'] });
  const run = start(definition, {}, { ask: () => answer as boolean });
  await run.result;
  expect(run.calls).toEqual([]);
  expect(run.report().steps[0]).toMatchObject({ skipped: { why: 'condition', condition: 'approval_required' } });
});

test('without anybody to ask, nothing is started, in workflows that are steps neither', async () => {
  const inner = workflow([step('close', { conditions: [approval] })], { id: 'inner' });
  const definition = workflow([step('first'), step('second', { workflow: inner })], { asks: ['approval_required'] });
  const run = start(definition);
  expect(await errorOf(run)).toMatchObject({
    name: 'TypeError',
    message: 'the workflow flow asks the one who runs it (approval_required): pass `ask`, which answers',
  });
  expect(run.calls).toEqual([]);
});

test('a question that cannot be answered ends the workflow: nothing stands in for consent', async () => {
  const handling = { strategy: 'fallback', tool: 'other' } as const;
  const definition = workflow(
    [step('before'), step('close', { after: ['before'], conditions: [approval], errorHandling: handling })],
    { asks: ['approval_required'], compensations: [undo('before')] },
  );
  const ask = () => Promise.reject(new Broken('nobody is there'));
  const run = start(definition, {}, { ask });
  expect(await errorOf(run)).toMatchObject({
    step: 'close',
    cause: { message: 'nobody is there' },
    undone: ['before'],
  });
  expect(run.calls).toEqual(['before', 'undo_before']);
});

test('a question ends with the run', async () => {
  const asked = gate();
  const controller = new AbortController();
  let signal: AbortSignal | undefined;
  const ask = (question: Question) => {
    signal = question.signal;
    asked.open();
    return new Promise<boolean>(() => undefined);
  };
  const definition = workflow([step('close', { conditions: [approval] })], { asks: ['approval_required'] });
  const run = start(definition, {}, { ask, signal: controller.signal });
  await asked.opened;
  controller.abort('enough');
  expect(await errorOf(run)).toMatchObject({ why: 'cancelled', cause: 'enough' });
  expect(signal?.aborted).toBe(true);
  expect(run.report().steps[0]?.outcome).toBe('not_started');
});

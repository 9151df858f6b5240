import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retry } from '../../../src/runtime/retry.js';
import { TimeoutError } from '../../../src/runtime/timeout-error.js';
import type { RetryPolicy } from '../../../src/runtime/workflow.js';
import { Broken, errorOf, Lost, start, step, undo, untilCancelled, workflow } from './support.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const policy: RetryPolicy = {
  max_attempts: 4,
  backoff_strategy: 'exponential',
  initial_delay_ms: 100,
  max_delay_ms: 350,
  retry_on: ['tool_error'],
};

async function pausesOf(members: Partial<RetryPolicy>): Promise<number[]> {
  const pauses: number[] = [];
  const attempt = vi.fn(() => Promise.reject(new Broken('no')));
  const control = {
    signal: new AbortController().signal,
    isWorthRetrying: () => true,
    onRetry: (_error: unknown, _attempt: number, pauseMs: number) => void pauses.push(pauseMs),
  };
  const ended = retry({ ...policy, ...members }, attempt, control).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await ended).toBeInstanceOf(Broken);
  expect(attempt).toHaveBeenCalledTimes(members.max_attempts ?? 4);
  return pauses;
}

test.each([
  ['fixed', [100, 100, 100]],
  ['linear', [100, 200, 300]],
  ['exponential', [100, 200, 350]],
] as const)('%s pauses', async (backoff_strategy, expected) => {
  expect(await pausesOf({ backoff_strategy })).toEqual(expected);
});

test('no pause is longer than the longest', async () => {
  expect(await pausesOf({ backoff_strategy: 'linear', max_delay_ms: 150 })).toEqual([100, 150, 150]);
  expect(await pausesOf({ backoff_strategy: 'fixed', max_delay_ms: 50, max_attempts: 2 })).toEqual([50]);
});

test('no attempt starts before its pause is over', async () => {
  const attempt = vi.fn(() =>
    attempt.mock.calls.length < 2 ? Promise.reject(new Broken('no')) : Promise.resolve('yes'),
  );
  const control = { signal: new AbortController().signal, isWorthRetrying: () => true, onRetry: () => undefined };
  const ended = retry({ ...policy, backoff_strategy: 'fixed' }, attempt, control);
  await vi.advanceTimersByTimeAsync(99);
  expect(attempt).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(attempt).toHaveBeenCalledTimes(2);
  expect(await ended).toBe('yes');
});

test('a pause ends at once when nobody waits for the result any more', async () => {
  const controller = new AbortController();
  const attempt = vi.fn(() => Promise.reject(new Broken('no')));
  const control = { signal: controller.signal, isWorthRetrying: () => true, onRetry: () => undefined };
  const ended = retry(policy, attempt, control).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(50);
  controller.abort('enough');
  expect(await ended).toBe('enough');
  expect(vi.getTimerCount()).toBe(0);
  expect(attempt).toHaveBeenCalledTimes(1);
});

const retried = (members: Partial<RetryPolicy> = {}) => step('it', { retryPolicy: { ...policy, ...members } });

test('a step is tried again until it gives something, and who listens is told before', async () => {
  const events: unknown[] = [];
  const it = (_input: unknown, _control: unknown, attempt: number) => {
    if (attempt < 3) throw new Broken(`attempt ${attempt}`);
    return 'at last';
  };
  const definition = workflow([retried()], { retry, outputSchema: {}, outputs: [{ from: 'it', to: '' }] });
  const run = start(definition, { it }, { onRetry: (event) => events.push(event) });
  await vi.runAllTimersAsync();
  expect(await run.result).toBe('at last');
  expect(run.report().steps).toEqual([{ step: 'it', outcome: 'finished', attempts: 3 }]);
  expect(events).toMatchObject([
    { workflow: 'flow', step: 'it', error: { message: 'attempt 1' }, attempt: 2, pauseMs: 100 },
    { workflow: 'flow', step: 'it', error: { message: 'attempt 2' }, attempt: 3, pauseMs: 200 },
  ]);
});

test('only failures that the policy names are worth another attempt', async () => {
  const definition = workflow([retried({ retry_on: ['timeout'] })], { retry });
  const it = () => {
    throw new Broken('no');
  };
  const run = start(definition, { it });
  expect(await errorOf(run)).toMatchObject({ cause: { message: 'no' } });
  expect(run.calls).toEqual(['it']);
  const timed = workflow([{ ...retried({ retry_on: ['timeout'], max_attempts: 2 }), timeoutMs: 10 }], { retry });
  const second = start(timed, { it: untilCancelled });
  const error = errorOf(second);
  await vi.runAllTimersAsync();
  expect(await error).toMatchObject({ cause: { name: 'TimeoutError' } });
  expect(second.calls).toEqual(['it', 'it']);
});

test('a workflow as a step fails as the step has that it failed at, and is tried again for that', async () => {
  const inner = workflow([step('a'), step('b', { after: ['a'], errorHandling: { strategy: 'rollback' } })], {
    id: 'inner',
    compensations: [undo('a')],
  });
  const outer = workflow([{ ...retried({ max_attempts: 2 }), workflow: inner, id: 'outer_step' }], { retry });
  const b = (_input: unknown, _control: unknown, attempt: number) => {
    if (attempt === 1) throw new Broken('no');
    return 'yes';
  };
  const run = start(outer, { b });
  await vi.runAllTimersAsync();
  await run.result;
  expect(run.calls).toEqual(['a', 'b', 'undo_a', 'a', 'b']);
});

test('what an attempt may have done is told, unless a later one has given a result', async () => {
  const definition = workflow([retried({ retry_on: ['timeout'] })], { retry });
  const failing = start(definition, {
    it: (_input, _control, attempt) => {
      if (attempt === 1) throw new TimeoutError('it', 5);
      throw new Broken('no');
    },
  });
  const error = errorOf(failing);
  await vi.runAllTimersAsync();
  expect(await error).toMatchObject({ cause: { message: 'no' }, uncertain: ['it'] });
  const lasting = start(definition, {
    it: (_input, _control, attempt) => {
      if (attempt === 1) throw new TimeoutError('it', 5);
      return 'yes';
    },
  });
  await vi.runAllTimersAsync();
  await lasting.result;
  expect(lasting.report().steps).toEqual([{ step: 'it', outcome: 'finished', attempts: 2 }]);
});

test('a pause that the end of the run cuts short leaves the step with its own failure, and with nothing open', async () => {
  for (const strategy of ['abort', 'rollback'] as const) {
    const definition = workflow([retried(), step('bad', { errorHandling: { strategy } })], { retry });
    const run = start(definition, {
      it: () => {
        throw new Broken('its own');
      },
      bad: () => new Promise((_, reject) => setTimeout(() => reject(new Lost('of another')), 50)),
    });
    const error = errorOf(run);
    await vi.runAllTimersAsync();
    expect(await error).toMatchObject({ step: 'bad', uncertain: ['bad'] });
    expect(run.report().steps[0]).toEqual({
      step: 'it',
      outcome: 'failed',
      attempts: 1,
      error: expect.objectContaining({ message: 'its own' }),
    });
  }
});

test('a listener that throws ends the run, whatever the step says of failures', async () => {
  const definition = workflow([{ ...retried(), errorHandling: { strategy: 'skip' } }], { retry });
  const it = () => {
    throw new Broken('its own');
  };
  const onRetry = () => {
    throw new Error('the page is gone');
  };
  const run = start(definition, { it }, { onRetry });
  const error = errorOf(run);
  await vi.runAllTimersAsync();
  expect(await error).toMatchObject({ step: undefined, cause: { message: 'the page is gone' }, uncertain: [] });
  expect(run.report().steps).toMatchObject([{ outcome: 'failed', error: { message: 'its own' }, attempts: 1 }]);
});

import { expect, test } from 'vitest';
import type { CallControl } from '../../../src/runtime/workflow-options.js';
import { gate } from '../support/gate.js';
import { Broken, errorOf, fails, start, step, undo, untilCancelled, workflow } from './support.js';

const rollback = { errorHandling: { strategy: 'rollback' } } as const;

test('a step that may be skipped takes those along that need its result, and no others', async () => {
  const skip = { errorHandling: { strategy: 'skip' } } as const;
  const definition = workflow(
    [
      step('bad', skip),
      step('needs', { after: ['bad'], inputs: [{ from: 'bad', to: '/x' }] }),
      step('can_do', { after: ['bad'], inputs: [{ from: 'bad', to: '/x', default: 1 }] }),
      step('waits', { after: ['needs'] }),
    ],
    {
      outputSchema: {},
      outputs: [
        { from: 'needs', to: '/needs' },
        { from: 'waits', to: '/waits' },
      ],
    },
  );
  const run = start(definition, { bad: fails });
  expect(await run.result).toEqual({ waits: 'waits' });
  expect(run.inputs.get('can_do')).toEqual({ x: 1 });
  expect(run.report().steps).toMatchObject([
    { step: 'bad', outcome: 'skipped', skipped: { why: 'failure' }, error: { message: 'no' }, attempts: 1 },
    { step: 'needs', outcome: 'skipped', skipped: { why: 'missing', step: 'bad' }, attempts: 0 },
    { step: 'can_do', outcome: 'finished' },
    { step: 'waits', outcome: 'finished' },
  ]);
});

test('another tool stands in, with the same input or its own', async () => {
  const definition = workflow(
    [
      step('first', {
        inputs: [{ value: 1, to: '/x' }],
        errorHandling: { strategy: 'fallback', tool: 'second' },
      }),
      step('third', {
        errorHandling: { strategy: 'fallback', tool: 'fourth', inputs: [{ from: 'input/y', to: '/y' }] },
      }),
    ],
    {
      outputSchema: {},
      outputs: [
        { from: 'first', to: '/a' },
        { from: 'third', to: '/b' },
      ],
    },
  );
  const run = start(definition, { first: fails, third: fails }, {}, { y: 2 });
  expect(await run.result).toEqual({ a: 'second', b: 'fourth' });
  expect([run.inputs.get('second'), run.inputs.get('fourth')]).toEqual([{ x: 1 }, { y: 2 }]);
  expect(run.report().steps).toMatchObject([
    { outcome: 'finished', fallback: 'second', error: { message: 'no' } },
    { outcome: 'finished', fallback: 'fourth' },
  ]);
});

test('when that fails as well, the workflow does, and undoes only where it is told to', async () => {
  const second = () => {
    throw new Broken('neither');
  };
  for (const otherwise of [undefined, 'rollback'] as const) {
    const handling = { strategy: 'fallback', tool: 'second', ...(otherwise && { otherwise }) } as const;
    const definition = workflow([step('before'), step('first', { after: ['before'], errorHandling: handling })], {
      compensations: [undo('before')],
    });
    const error = await errorOf(start(definition, { first: fails, second }));
    expect(error).toMatchObject({
      step: 'first',
      cause: { message: 'neither' },
      undone: otherwise === undefined ? [] : ['before'],
      standing: otherwise === undefined ? ['before'] : [],
    });
  }
});

test('a rollback undoes what has finished, the last first, each with the result that it had', async () => {
  const [slowStarted, badFailed] = [gate(), gate()];
  const definition = workflow(
    [
      step('slow', rollback),
      step('quick'),
      step('bad', { ...rollback, after: ['quick'] }),
      step('never', { after: ['bad'] }),
    ],
    { compensations: [undo('quick'), undo('slow'), undo('bad'), undo('never')] },
  );
  const tools = {
    slow: async () => {
      slowStarted.open();
      await badFailed.opened;
      return 'late';
    },
    bad: async () => {
      await slowStarted.opened;
      badFailed.open();
      fails();
    },
  };
  const run = start(definition, tools);
  // `slow` was under way when `bad` failed: it is waited for, and undone first, since it has ended last.
  expect(await errorOf(run)).toMatchObject({ step: 'bad', undone: ['slow', 'quick'], standing: [], uncertain: [] });
  expect(run.calls).toEqual(['slow', 'quick', 'bad', 'undo_slow', 'undo_quick']);
  expect(run.inputs.get('undo_slow')).toEqual({ was: 'late' });
});

test('while a rollback waits, nothing stands in, is skipped or tried again', async () => {
  const [started, badFailed] = [gate(), gate()];
  const definition = workflow([
    step('other', { errorHandling: { strategy: 'fallback', tool: 'second' } }),
    step('bad', rollback),
  ]);
  const tools = {
    other: async () => {
      started.open();
      await badFailed.opened;
      fails();
    },
    bad: async () => {
      await started.opened;
      queueMicrotask(badFailed.open);
      throw new Broken('first');
    },
  };
  const run = start(definition, tools);
  expect(await errorOf(run)).toMatchObject({ step: 'bad', cause: { message: 'first' } });
  expect(run.calls).toEqual(['other', 'bad']);
});

test('a compensation that fails is told, and the others run unless they are to stop', async () => {
  for (const onCompensationFailure of ['continue', 'stop'] as const) {
    const definition = workflow([step('a'), step('b', { after: ['a'] }), step('bad', { ...rollback, after: ['b'] })], {
      compensations: [undo('a'), undo('b')],
      onCompensationFailure,
    });
    const undo_b = () => {
      throw new Broken('it is welded on');
    };
    const run = start(definition, { bad: fails, undo_b });
    const error = await errorOf(run);
    const goesOn = onCompensationFailure === 'continue';
    expect(error).toMatchObject({
      undone: goesOn ? ['a'] : [],
      standing: goesOn ? ['b'] : ['a', 'b'],
      compensationErrors: [{ step: 'b', tool: 'undo_b', error: { message: 'it is welded on' } }],
    });
    expect(String(error)).toContain('Undoing b with undo_b failed: it is welded on.');
    expect(run.report().steps[0]?.compensation).toEqual({ tool: 'undo_a', outcome: goesOn ? 'done' : 'not_reached' });
  }
});

test('the message says what stands', async () => {
  const definition = workflow([step('a'), step('b', { after: ['a'] }), step('bad', { ...rollback, after: ['b'] })], {
    compensations: [undo('b')],
  });
  expect(String(await errorOf(start(definition, { bad: fails })))).toBe(
    'WorkflowError: The workflow flow failed at the step bad: no.\nUndone: b.\nNot undone: a.',
  );
});

test('cancelling reaches the calls under way, and what had finished is undone all the same', async () => {
  const started = gate();
  const definition = workflow(
    [step('done'), step('running', { after: ['done'] }), step('never', { after: ['running'] })],
    { compensations: [undo('done'), undo('running')] },
  );
  let undoing: AbortSignal | undefined;
  const seen: unknown[] = [];
  const controller = new AbortController();
  const run = start(
    definition,
    {
      running: async (input, control, attempt) => {
        started.open();
        control.signal.addEventListener('abort', () => seen.push(control.signal.reason));
        return untilCancelled(input, control, attempt);
      },
      undo_done: (_, { signal }) => {
        undoing = signal;
      },
    },
    { signal: controller.signal },
  );
  await started.opened;
  controller.abort('enough');
  expect(await errorOf(run)).toMatchObject({
    why: 'cancelled',
    cause: 'enough',
    step: undefined,
    undone: ['done'],
    uncertain: ['running'],
  });
  expect(seen).toEqual(['enough']);
  expect(undoing?.aborted).toBe(false);
  expect(run.calls).toEqual(['done', 'running', 'undo_done']);
});

test('without compensations a cancelled workflow says what stands', async () => {
  const started = gate();
  const controller = new AbortController();
  const running = (...args: Parameters<typeof untilCancelled>) => {
    started.open();
    return untilCancelled(...args);
  };
  const definition = workflow([step('done'), step('running', { after: ['done'] })]);
  const run = start(definition, { running }, { signal: controller.signal });
  await started.opened;
  controller.abort();
  expect(await errorOf(run)).toMatchObject({ why: 'cancelled', cause: { name: 'AbortError' }, standing: ['done'] });
});

test('a signal that is aborted already starts nothing', async () => {
  const reason = new Error('too late');
  const run = start(workflow([step('only')]), {}, { signal: AbortSignal.abort(reason) });
  expect(await errorOf(run)).toBe(reason);
  expect(run.calls).toEqual([]);
});

test('an attempt has its time, and the tool is told when that is over', async () => {
  const seen: unknown[] = [];
  const slow = async (...args: Parameters<typeof untilCancelled>) => {
    args[1].signal.addEventListener('abort', () => seen.push(args[1].signal.reason));
    return untilCancelled(...args);
  };
  const run = start(workflow([step('slow', { timeoutMs: 5 })]), { slow });
  expect(await errorOf(run)).toMatchObject({ cause: { name: 'TimeoutError', tool: 'slow', timeoutMs: 5 } });
  expect(seen).toMatchObject([{ name: 'TimeoutError' }]);
});

test('a compensation has its own minute, however little time the calls of the run have', async () => {
  let time: number | undefined;
  const undo_done = (_: unknown, { timeoutMs }: CallControl) => {
    time = timeoutMs;
  };
  const definition = workflow([step('done'), step('bad', { ...rollback, after: ['done'] })], {
    compensations: [undo('done')],
  });
  await errorOf(start(definition, { bad: fails, undo_done }));
  expect(time).toBe(60_000);
});

test('many steps at once raise no warning of a leak', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => void warnings.push(warning);
  process.on('warning', note);
  const names = Array.from({ length: 30 }, (_, index) => `step_${index}`);
  const all = gate();
  const wait = () => all.opened;
  const run = start(workflow(names.map((name) => step(name))), Object.fromEntries(names.map((name) => [name, wait])));
  expect(run.calls).toEqual([]);
  // Warnings are told in a later turn.
  await new Promise(setImmediate);
  expect(run.calls).toEqual(names);
  all.open();
  await run.result;
  await new Promise(setImmediate);
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

test('a listener that throws ends the run: with nothing to undo, nobody waits for what is under way', async () => {
  const onProgress = () => {
    throw new Broken('the page is gone');
  };
  const run = start(workflow([step('quick'), step('slow')]), { slow: untilCancelled }, { onProgress });
  expect(await errorOf(run)).toMatchObject({
    step: undefined,
    cause: { message: 'the page is gone' },
    standing: ['quick'],
    uncertain: ['slow'],
  });
});

test('a call that cancels the run before it waits for anything is given up like any other', async () => {
  const controller = new AbortController();
  const only = () => {
    controller.abort('enough');
    return new Promise(() => undefined);
  };
  const run = start(workflow([step('only')]), { only }, { signal: controller.signal });
  expect(await errorOf(run)).toMatchObject({ why: 'cancelled', cause: 'enough', uncertain: ['only'] });
});

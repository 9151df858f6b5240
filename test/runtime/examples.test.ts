import { expect, test } from 'vitest';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { difference } from '../../src/runtime/example-difference.js';
import { type Example, ExampleError, runExample } from '../../src/runtime/examples.js';
import type { AnyToolHandler } from '../../src/runtime/handler.js';
import { ToolFailure } from '../../src/runtime/result.js';

const tool: ToolDescriptor = {
  name: 'get_ticket',
  inputSchema: {
    type: 'object',
    properties: { id: { type: 'string' } },
    required: ['id'],
    additionalProperties: false,
  },
  outputSchema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
};
const { outputSchema: _, ...textTool } = tool;

const example: Example = { tool, name: 'By id', exact: true, input: { id: 'T-1' }, output: { id: 'T-1', open: true } };

const run = (handler: AnyToolHandler, change: Partial<Example> = {}) =>
  runExample({ ...example, ...change }, { tools: { get_ticket: handler } }, { prefix: 'T' });

test('a handler that does what the example shows passes, and has its services', async () => {
  expect(await run(() => ({ open: true, id: 'T-1' }))).toEqual({});
  expect(
    await run((_input, { services }) => ({ id: `${(services as { prefix: string }).prefix}-1`, open: true })),
  ).toEqual({});
  expect(await run(async (_input, ctx) => ctx.result({ structuredContent: example.output }))).toEqual({});
});

test('another result fails and is shown', async () => {
  const failed = run(() => ({ id: 'T-2', open: true }));
  await expect(failed).rejects.toThrow(ExampleError);
  await expect(failed).rejects.toThrow(
    'the result is not what the example shows: /id is "T-2", and the example shows "T-1"',
  );
  await expect(run(() => ({ id: 'T-1' }))).rejects.toThrow('/open is missing, and the example shows it');
  await expect(run(() => ({ id: 'T-1', open: true, late: false }))).rejects.toThrow(
    '/late is there, and the example does not show it',
  );
});

test('a tool that is not deterministic is compared by its form', async () => {
  expect(await run(() => ({ id: 'T-2', open: false, late: true }), { exact: false })).toEqual({});
  await expect(run(() => ({ id: 'T-2' }), { exact: false })).rejects.toThrow('/open is missing');
  await expect(run(() => ({ id: 'T-2', open: 'no' }), { exact: false })).rejects.toThrow(
    '/open is "no", and the example shows true',
  );
});

test('what the contract does not allow fails, on either side', async () => {
  await expect(run(() => ({ id: 1 }))).rejects.toThrow(
    /the handler failed: the output does not match[\s\S]*\/id: must be string/,
  );
  await expect(run(() => ({ id: 'T-1' }), { input: {} })).rejects.toThrow("must have required property 'id'");
  const cause = new Error('no connection');
  const thrown = run(() => {
    throw cause;
  });
  await expect(thrown).rejects.toMatchObject({ message: 'the handler failed: no connection', cause });
});

test('an example of an error wants this error', async () => {
  const wanted: Partial<Example> = { output: undefined, error: 'no such ticket' };
  expect(await run((_input, ctx) => ctx.error('There is no such ticket.'), wanted)).toEqual({});
  const fail = () => {
    throw new ToolFailure('no such ticket');
  };
  expect(await run(fail, wanted)).toEqual({});
  await expect(run((_input, ctx) => ctx.error('Closed.'), wanted)).rejects.toThrow(
    'the call fails with "Closed.", and should with "no such ticket"',
  );
  await expect(run(() => ({ id: 'T-1' }), wanted)).rejects.toThrow(
    'the call succeeds, and should fail with "no such ticket"',
  );
  await expect(run((_input, ctx) => ctx.error('Closed.'))).rejects.toThrow(
    'the call fails with "Closed.", and should succeed',
  );
});

test('an example without a result only wants a valid one', async () => {
  expect(await run(() => ({ id: 'T-9' }), { output: undefined })).toEqual({});
});

test('a tool without an outputSchema answers the text', async () => {
  expect(await run(() => 'Hello', { tool: textTool, output: 'Hello' })).toEqual({});
  const blocks = () => [{ type: 'text', text: 'Hello' }];
  expect(await run(blocks, { tool: textTool, output: 'Hello' })).toEqual({});
  await expect(run(() => 'Bye', { tool: textTool, output: 'Hello' })).rejects.toThrow(
    'it is "Bye", and the example shows "Hello"',
  );
});

test('a stub is skipped with a reason', async () => {
  const skipped = 'the handler of get_ticket is not implemented yet';
  expect(await run((_input, ctx) => ctx.notImplemented())).toEqual({ skipped });
  expect(await run(async (_input, { notImplemented }) => notImplemented())).toEqual({ skipped });
});

test('a handler gets input of its own, and what is missing is said', async () => {
  const input = { id: 'T-1' };
  const greedy: AnyToolHandler = (given) => {
    Object.assign(given as object, { id: 'changed' });
    return { id: 'T-1', open: true };
  };
  await run(greedy, { input });
  expect(input).toEqual({ id: 'T-1' });
  await expect(runExample(example, {}, {})).rejects.toThrow('there is no handler for the tool "get_ticket"');
});

test.each([
  [[1, 2], [1], 'it has 1 items, and the example shows 2'],
  [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, '/a/0/b is 2, and the example shows 1'],
  [null, {}, 'it is {}, and the example shows null'],
  [{ 'a/b': 1 }, { 'a/b': '1' }, '/a~1b is "1", and the example shows 1'],
  [1, undefined, 'it is nothing, and the example shows 1'],
])('exact: %j and %j', (shown, actual, words) => {
  expect(difference(shown, actual, true)).toBe(words);
  expect(difference(shown, shown, true)).toBeUndefined();
});

test.each([
  [[1, 2], [], undefined],
  [[1], {}, 'it is {}, and the example shows [1]'],
  [{ a: null }, { a: 1 }, '/a is 1, and the example shows null'],
  [{ a: { b: 1 } }, { a: {} }, '/a/b is missing, and the example shows it'],
])('by form: %j and %j', (shown, actual, words) => {
  expect(difference(shown, actual, false)).toBe(words);
});

import { expect, test } from 'vitest';
import type { ToolContext } from '../../../src/runtime/context.js';
import type { ToolDescriptor } from '../../../src/runtime/descriptor.js';
import { createContractServer } from '../../../src/runtime/server.js';
import type { WorkflowDefinition } from '../../../src/runtime/workflow.js';
import { workflowHandlers } from '../../../src/runtime/workflow-handlers.js';
import { INFO } from '../support/contract.js';
import { connectRaw } from '../support/raw.js';
import { step, undo, workflow } from './support.js';

/** The answer of a server to a call of the workflow that it offers, and what else has come of that. */
async function serve(
  definition: WorkflowDefinition,
  tools: readonly ToolDescriptor[],
  handlers: Readonly<Record<string, (input: unknown, ctx: ToolContext) => unknown>>,
) {
  const { id: name, inputSchema, outputSchema } = definition;
  const errors: unknown[] = [];
  const server = createContractServer({
    info: INFO,
    tools: [{ name, inputSchema, ...(outputSchema !== undefined && { outputSchema }) }, ...tools],
    handlers: { tools: handlers },
    derived: workflowHandlers([definition], {}),
    options: { services: undefined, onError: (error) => errors.push(error) },
  });
  const client = await connectRaw(server, 'modern');
  const { result } = await client.request('tools/call', { name, arguments: {} });
  await client.close();
  return { result, errors };
}

const object = { type: 'object' };

test('the result of a step is that of its outputSchema, be it null', async () => {
  const definition = workflow(
    [step('find'), step('tell', { after: ['find'], inputs: [{ from: 'find', to: '/found' }] })],
    {
      outputSchema: object,
      outputs: [{ from: 'tell', to: '' }],
    },
  );
  const tools = [
    { name: 'find', inputSchema: object, outputSchema: { type: ['object', 'null'] } },
    { name: 'tell', inputSchema: object, outputSchema: object },
  ];
  const { result } = await serve(definition, tools, { find: () => null, tell: (input) => input });
  expect(result).toMatchObject({ structuredContent: { found: null } });
});

test('without an outputSchema it has the text, as in the client, also beside a structured result', async () => {
  const definition = workflow([step('say')], {
    outputSchema: object,
    outputs: [
      { from: 'say/text', to: '/text' },
      { from: 'say/structuredContent/a', to: '/a' },
    ],
  });
  const say = (_: unknown, ctx: ToolContext) =>
    ctx.result({ content: [{ type: 'text', text: 'hello' }], structuredContent: { a: 1 } });
  const { result } = await serve(definition, [{ name: 'say', inputSchema: object }], { say });
  expect(result).toMatchObject({ structuredContent: { text: 'hello', a: 1 } });
});

test('a workflow whose output is not valid undoes what it did before it answers', async () => {
  const definition = workflow([step('make')], {
    outputSchema: { type: 'object', required: ['made'] },
    outputs: [{ from: 'make/made', to: '/made' }],
    compensations: [undo('make')],
  });
  const tools = ['make', 'undo_make'].map((name) => ({ name, inputSchema: object, outputSchema: object }));
  const calls: string[] = [];
  const note = (name: string) => () => {
    calls.push(name);
    return {};
  };
  const { result, errors } = await serve(definition, tools, { make: note('make'), undo_make: note('undo_make') });
  expect(result).toMatchObject({ isError: true });
  expect(JSON.stringify(result)).toContain('The tool failed (reference');
  expect(errors).toMatchObject([{ name: 'WorkflowError', undone: ['make'], cause: { side: 'output' } }]);
  expect(calls).toEqual(['make', 'undo_make']);
});

test('a rollback that failed is told to the caller and reported to the server', async () => {
  const definition = workflow(
    [step('make'), step('bad', { after: ['make'], errorHandling: { strategy: 'rollback' } })],
    {
      compensations: [undo('make')],
    },
  );
  const tools = ['make', 'bad', 'undo_make'].map((name) => ({ name, inputSchema: object }));
  const { result, errors } = await serve(definition, tools, {
    make: () => 'made',
    bad: (_, ctx) => ctx.error('no'),
    undo_make: (_, ctx) => ctx.error('it is welded on'),
  });
  expect(result).toMatchObject({ isError: true });
  expect(JSON.stringify(result)).toMatch(
    /Undoing make with undo_make failed: it is welded on\..*Reference: [0-9a-f]{8}\./,
  );
  expect(errors).toMatchObject([{ name: 'WorkflowError', standing: ['make'], compensationErrors: [{ step: 'make' }] }]);
});

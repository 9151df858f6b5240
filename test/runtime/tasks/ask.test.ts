import { describe, expect, test } from 'vitest';
import type { Asking, Elicited, FormParams } from '../../../src/runtime/asking.js';
import type { ToolContext } from '../../../src/runtime/context.js';
import type { Questions } from '../../../src/runtime/descriptor.js';
import { answerFrom, inputFromClients } from '../../../src/runtime/input.js';
import { type ContractServer, createContractServer } from '../../../src/runtime/server.js';
import type { StartingTaskContext } from '../../../src/runtime/task-context.js';
import { taskService } from '../../../src/runtime/tasks.js';
import { INFO } from '../support/contract.js';
import { begin, CARRIERS, get, type Json, resultOf, taskTool, until, wire } from './support.js';

interface Named {
  readonly name: string;
}
interface Ask {
  readonly name: (params?: FormParams<Named>) => Promise<Elicited<Named>>;
  readonly again: (params?: FormParams<Named>) => Promise<Elicited<Named>>;
}
type Context = ToolContext & StartingTaskContext & Asking<Ask>;

const form = {
  elicit: {
    message: 'Who are you?',
    requestedSchema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  },
};
const QUESTIONS: Questions = { name: form, again: form };
const accept = (name: unknown) => ({ action: 'accept', content: { name } });
const asking = { declares: true, capabilities: { elicitation: {} } };

function askingServer(handler: (input: unknown, ctx: Context) => unknown, start: 'call' | 'handler'): ContractServer {
  return createContractServer({
    info: INFO,
    tools: [taskTool('work', { start }, { ask: QUESTIONS })],
    handlers: { tools: { work: handler } },
    input: inputFromClients(),
    tasks: taskService(undefined, answerFrom),
    options: { services: undefined, onError: () => undefined },
  });
}

const textOf = (task: Json) => (task['result'] as { content: { text: string }[] }).content[0]?.text;

describe.each(CARRIERS)('over %s', (carrier) => {
  test('a task waits for the answer, is run once, and is asked again only for what is no answer', async () => {
    let runs = 0;
    const handler = async (_input: unknown, { ask }: Context) => {
      runs += 1;
      const [one, two] = await Promise.all([ask.name(), ask.again()]);
      return JSON.stringify([one, two]);
    };
    await using on = await wire(askingServer(handler, 'call'), carrier);
    const taskId = await begin(on, 'work', {}, asking);
    const task = await until(on, taskId, 'input_required');
    const open = task['inputRequests'] as Record<string, Json>;
    expect(Object.keys(open).sort()).toEqual(['again', 'name']);
    expect(open['name']).toMatchObject({ method: 'elicitation/create', params: { message: 'Who are you?' } });

    // One at a time; the other stays open.
    const update = async (inputResponses: Json) => {
      expect(resultOf(await on.ask('tasks/update', { taskId, inputResponses }))['resultType']).toBe('complete');
    };
    await update({ name: accept('Ann'), stranger: accept('x') });
    expect(Object.keys((await get(on, taskId))['inputRequests'] as Json)).toEqual(['again']);
    await update({ name: accept('Eve') });
    await update({ again: accept(17) });
    const retried = await until(on, taskId, 'input_required');
    expect(Object.keys(retried['inputRequests'] as Json)).toEqual(['again#2']);
    await update({ again: accept('late'), 'again#2': { action: 'decline' } });
    expect(textOf(await until(on, taskId, 'completed'))).toBe(JSON.stringify([accept('Ann'), { action: 'decline' }]));
    expect(runs).toBe(1);
  });

  test('what is asked before the task begins is asked as in any call', async () => {
    let after = 0;
    const handler = async (_input: unknown, { ask, task }: Context) => {
      const name = await ask.name();
      await task.start();
      after += 1;
      return JSON.stringify([name, await ask.again()]);
    };
    await using on = await wire(askingServer(handler, 'handler'), carrier);
    const params = { name: 'work', arguments: {} };
    const first = resultOf(await on.ask('tools/call', params, asking));
    expect(first).toMatchObject({ resultType: 'input_required', inputRequests: { name: {} } });
    expect(first).not.toHaveProperty('taskId');
    const inputResponses = { name: accept('Ann') };
    const second = resultOf(
      await on.ask('tools/call', { ...params, inputResponses, requestState: first['requestState'] }, asking),
    );
    expect(second).toMatchObject({ resultType: 'task', status: 'working' });
    expect(second).not.toHaveProperty('requestState');
    const taskId = String(second['taskId']);
    await until(on, taskId, 'input_required');
    await on.ask('tasks/update', { taskId, inputResponses: { again: accept('Bob') } });
    expect(textOf(await until(on, taskId, 'completed'))).toBe(JSON.stringify([accept('Ann'), accept('Bob')]));
    expect(after).toBe(1);
  });

  test('a client that cannot answer is not asked, and the call says so', async () => {
    const handler = (_input: unknown, { ask }: Context) => ask.name().then(({ action }) => action);
    await using on = await wire(askingServer(handler, 'call'), carrier);
    const task = await until(on, await begin(on, 'work'), 'completed');
    expect(task).toMatchObject({ result: { isError: true } });
    expect(textOf(task)).toContain('has not declared');
  });

  test('cancelling ends the waiting', async () => {
    let reason: unknown;
    const handler = async (_input: unknown, { ask }: Context) => {
      await ask.name().catch((error: unknown) => {
        reason = error;
      });
      return 'too late';
    };
    await using on = await wire(askingServer(handler, 'call'), carrier);
    const taskId = await begin(on, 'work', {}, asking);
    await until(on, taskId, 'input_required');
    await on.ask('tasks/cancel', { taskId });
    expect(await until(on, taskId, 'cancelled')).not.toHaveProperty('inputRequests');
    while (reason === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(reason).toBeInstanceOf(Error);
  });
});

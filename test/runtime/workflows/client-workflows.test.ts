import { SdkError, SdkErrorCode, SdkHttpError } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import type { WorkflowOptions } from '../../../src/runtime/client-workflows.js';
import { bindWorkflows } from '../../../src/runtime/client-workflows.js';
import { ProtocolError, TimeoutError, ToolError, ValidationError } from '../../../src/runtime/errors.js';
import { retry } from '../../../src/runtime/retry.js';
import type { FailureClass } from '../../../src/runtime/workflow.js';
import { step, workflow } from './support.js';

/** A client with one tool, which fails, and a workflow of that tool alone. */
function clientOf(error: unknown, retry_on: readonly FailureClass[]) {
  const policy = {
    max_attempts: 2,
    backoff_strategy: 'fixed',
    initial_delay_ms: 0,
    max_delay_ms: 0,
    retry_on,
  } as const;
  const calls: unknown[] = [];
  const only = (input: unknown) => {
    calls.push(input);
    return Promise.reject(error);
  };
  const descriptors = { only: { name: 'only', inputSchema: { type: 'object' } } };
  const definition = workflow([step('only', { retryPolicy: policy })], { retry });
  const { flow } = bindWorkflows<{ flow: (input: object, options?: WorkflowOptions) => Promise<undefined> }>(
    { flow: definition },
    { tools: { only }, descriptors },
  );
  return { flow, calls };
}

const http = (status: number) =>
  new SdkHttpError(SdkErrorCode.ClientHttpNotImplemented, 'Error POSTing to endpoint', { status, statusText: '' });

test.each<[string, unknown, FailureClass | undefined, boolean]>([
  ['the tool says that it failed', new ToolError('only', 'no', [], undefined), 'tool_error', false],
  ['the server refuses the call', new ProtocolError('only', -32602, 'no', undefined), undefined, false],
  ['the input does not match', new ValidationError('only', 'input', []), undefined, false],
  ['the output does not match', new ValidationError('only', 'output', []), undefined, true],
  ['no answer comes', new TimeoutError('only', 5), 'timeout', true],
  ['the connection is lost', new SdkError(SdkErrorCode.ConnectionClosed, 'closed'), 'connection', true],
  ['there has been none', new SdkError(SdkErrorCode.NotConnected, 'no'), 'connection', false],
  ['fetch fails', new TypeError('fetch failed', { cause: new Error('ECONNRESET') }), 'connection', true],
  ['the answer is none', new SdkError(SdkErrorCode.InvalidResult, 'not an object'), undefined, true],
  ['a proxy answers', http(502), 'connection', true],
  ['the server breaks down', http(500), undefined, true],
  ['the server wants another token', http(403), undefined, false],
])('%s', async (_, error, kind, isUncertain) => {
  const uncertain = isUncertain ? ['only'] : [];
  const hopeless = clientOf(error, []);
  await expect(hopeless.flow({})).rejects.toMatchObject({ step: 'only', cause: error, uncertain });
  expect(hopeless.calls).toHaveLength(1);
  for (const each of ['tool_error', 'timeout', 'connection'] as const) {
    const client = clientOf(error, [each]);
    await expect(client.flow({})).rejects.toMatchObject({ cause: error });
    expect(client.calls).toHaveLength(kind === each ? 2 : 1);
  }
});

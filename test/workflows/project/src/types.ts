// What does not fit does not compile. Type-checked by the test, never run.
import type { createClient, workflow } from '../generated/client/index.js';
import type { createServer, Handlers } from '../generated/server/index.js';

type Client = Awaited<ReturnType<typeof createClient>>;
type Options = Parameters<typeof createServer<object>>[1];

export async function calls({ workflows }: Client): Promise<void> {
  const id: string = (await workflows.choose({ run: 'a', wanted: 'yes' })).id;
  const nothing: undefined = await workflows.undoAll({ run: 'a' }, { onReport: report });
  const agreed: string = await workflows.agree({ run: 'a' }, { ask: ({ type }) => type === 'approval_required' });
  // @ts-expect-error: there is no such value
  await workflows.choose({ run: 'a', wanted: 'perhaps' });
  // @ts-expect-error: it is required
  await workflows.choose({ run: 'a' });
  // @ts-expect-error: the output has no such member
  (await workflows.choose({ run: 'a', wanted: 'no' })).name;
  // @ts-expect-error: it has a question, so there must be an answer
  await workflows.agree({ run: 'a' });
  // @ts-expect-error: the contract has no such workflow
  workflows.disagree;
  use(id, nothing, agreed);
}

function report({ steps }: workflow.WorkflowReport): void {
  use(steps.map(({ outcome }) => outcome satisfies workflow.StepOutcome));
}

export function tools(client: Client): Promise<{ id: string }> {
  return client.tools.choose({ run: 'a', wanted: 'yes' });
}

// @ts-expect-error: a workflow that is a tool has no handler
export const extra: Handlers['tools']['choose'] = () => ({ id: 'a' });

// @ts-expect-error: a workflow that is a tool has a question, so the server must answer
export const options: Options = { services: {} };

function use(..._values: readonly unknown[]): void {}

import { describe, expect, test } from 'vitest';
import type { createClient, workflow } from '../../generated/client/index.js';
import { WorkflowError } from '../../generated/client/index.js';
import { ERAS, openDesk } from './support/desk.js';

const problem = {
  customerId: 'CUS-1',
  subject: 'The export button does nothing at all',
  body: 'I press it, and nothing happens.',
  priority: 'normal',
  team: 'product',
} as const;

type Client = Awaited<ReturnType<typeof createClient>>;

/** The same workflow, run by the server and by the client. */
const ways = {
  'as a tool': (client: Client) => client.tools.reportProblem,
  'in the client': (client: Client) => client.workflows.reportProblem,
};

describe.each(ERAS)('%s', (era) => {
  describe.each(Object.entries(ways))('%s', (_name, pick) => {
    test('a problem becomes a ticket, once', async () => {
      await using desk = await openDesk(era);
      const report = pick(desk.client);
      const first = await report(problem);
      expect(first.known).toBeUndefined();
      expect(first.ticket).toMatchObject({ customerId: 'CUS-1', subject: problem.subject, status: 'open' });
      const id = first.ticket?.id ?? '';
      const threads = await desk.tools.listComments({ ticketId: id, includeInternal: true });
      expect(threads).toHaveLength(1);
      const second = await report(problem);
      expect(second.ticket).toBeUndefined();
      expect(second.known?.id).toBe(id);
    });

    test('an urgent one is handed over', async () => {
      await using desk = await openDesk(era);
      const { ticket } = await pick(desk.client)({ ...problem, priority: 'urgent' });
      expect(ticket?.assignee).toEqual({ kind: 'team', team: 'product' });
      const comments = await desk.tools.listComments({ ticketId: ticket?.id ?? '', includeInternal: true });
      expect(JSON.stringify(comments)).toContain('Opened by report_problem.');
    });
  });

  test('it says which step failed, and what it leaves behind', async () => {
    await using desk = await openDesk(era);
    const input = { ...problem, customerId: 'CUS-999' };
    await expect(desk.tools.reportProblem(input)).rejects.toMatchObject({
      name: 'ToolError',
      text: expect.stringMatching(/^The workflow report_problem failed at the step create: .*CUS-999[^\n]*$/),
    });
    const error = await desk.client.workflows.reportProblem(input).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WorkflowError);
    expect(error).toMatchObject({ step: 'create', cause: { name: 'ToolError', tool: 'create_ticket' } });
  });

  test('progress names the steps', async () => {
    await using desk = await openDesk(era);
    const seen: string[] = [];
    await desk.tools.reportProblem(problem, { onProgress: ({ message = '' }) => seen.push(message) });
    expect(seen.slice(-3)).toEqual(['suggest has finished', 'hand_over was skipped', 'result has finished']);
  });
});

test('a hand-over that fails gives the ticket back', async () => {
  await using desk = await openDesk('modern');
  const { id } = await desk.tools.createTicket({ customerId: 'CUS-1', subject: 'Hello', body: 'Hello' });
  await desk.tools.assignTicket({ id, assignee: { kind: 'team', team: 'billing' } });
  let report: workflow.WorkflowReport | undefined;
  const note = `${'x'.repeat(2000)}`;
  const controller = new AbortController();
  const handOver = desk.client.workflows.handOverTicket(
    { ticketId: id, team: 'security', note },
    {
      signal: controller.signal,
      // Between the step that assigns and the one that would leave the note.
      onProgress: ({ message }) => void (message === 'assign has finished' && controller.abort()),
      onReport: (each) => {
        report = each;
      },
    },
  );
  await expect(handOver).rejects.toMatchObject({ why: 'cancelled', undone: ['assign'] });
  expect(report?.steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
    'before finished',
    'assign finished',
    'note not_started',
  ]);
  expect((await desk.tools.getTicket({ id })).ticket.assignee).toEqual({ kind: 'team', team: 'billing' });
});

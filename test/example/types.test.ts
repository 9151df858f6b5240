import { expectTypeOf, test } from 'vitest';
import type { DeskServices } from '../../examples/support-desk/services.js';
import type { CloseIdleTicketsOutput, createClient, Tasks, TaskView } from '../../generated/client/index.js';
import type {
  AnswerTicketPromptHandler,
  CloseIdleTicketsHandler,
  EraseCustomerHandler,
  Handlers,
} from '../../generated/server/handler.js';

/**
 * What does not compile against the code that is emitted for the support desk. The bodies are checked by the compiler, as all tests are, and
 * are not run: a `@ts-expect-error` without an error is one.
 */
type Client = Awaited<ReturnType<typeof createClient>>;
type Options = NonNullable<Parameters<typeof createClient>[1]>;
const onlyChecked = (_check: (...given: never[]) => unknown): void => undefined;

test('tasks of the client are those of the contract, with its types', () => {
  expectTypeOf<keyof Tasks>().toEqualTypeOf<'closeIdleTickets'>();
  expectTypeOf<Awaited<ReturnType<Client['tools']['closeIdleTickets']>>>().toEqualTypeOf<CloseIdleTicketsOutput>();
  onlyChecked(async ({ tasks, tools }: Client) => {
    const handle = await tasks.closeIdleTickets.start({ days: 3 });
    expectTypeOf(handle.taskId).toEqualTypeOf<string | undefined>();
    expectTypeOf(await handle.status()).toEqualTypeOf<TaskView | undefined>();
    const { closed } = await handle.result();
    expectTypeOf(closed).toEqualTypeOf<string[]>();
    expectTypeOf(tasks.closeIdleTickets.resume('id').result).toEqualTypeOf(handle.result);
    // @ts-expect-error: a tool without tasks cannot be begun
    await tasks.eraseCustomer.start({ customerId: 'CUS-1' });
    // @ts-expect-error: the input is that of the tool
    await tasks.closeIdleTickets.start({ days: '3' });
    // @ts-expect-error: and has no other members
    await tasks.closeIdleTickets.start({ weeks: 3 });
    // @ts-expect-error: a task is found again by its id
    tasks.closeIdleTickets.resume();
    // @ts-expect-error: the result has no such member
    (await handle.result()).opened;
    // @ts-expect-error: answers are given by the keys of their questions
    await handle.update('yes');
    await tools.closeIdleTickets({}, { onStatus: ({ status }) => expectTypeOf(status).toExtend<string>() });
    // @ts-expect-error: a tool without tasks has no status
    await tools.eraseCustomer({ customerId: 'CUS-1' }, { onStatus: () => undefined });
  });
});

test('answers of a client are those that the forms of the contract want', () => {
  const ofErase = (
    confirm_erasure: NonNullable<
      NonNullable<NonNullable<NonNullable<Options['answers']>['tools']>['eraseCustomer']>['confirm_erasure']
    >,
  ): Options => ({ answers: { tools: { eraseCustomer: { confirm_erasure } } } });
  onlyChecked(() => [
    ofErase(() => ({ action: 'accept', content: { extent: 'contact' } })),
    ofErase(async ({ message, signal }) => {
      expectTypeOf(message).toEqualTypeOf<string>();
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
      return { action: 'decline' };
    }),
    // @ts-expect-error: no such choice
    ofErase(() => ({ action: 'accept', content: { extent: 'all' } })),
    // @ts-expect-error: a required field is missing
    ofErase(() => ({ action: 'accept', content: {} })),
    // @ts-expect-error: who accepts says what
    ofErase(() => ({ action: 'accept' })),
    // @ts-expect-error: only a server can find out that nobody answers
    ofErase(() => ({ action: 'unsupported' })),
  ]);
  onlyChecked((): Options[] => [
    // @ts-expect-error: no such question
    { answers: { tools: { eraseCustomer: { confirm: () => ({ action: 'decline' }) } } } },
    // @ts-expect-error: a tool that asks nothing
    { answers: { tools: { getTicket: {} } } },
    { answers: { tools: { closeIdleTickets: { choose_ending: () => ({ action: 'cancel' }) } } } },
  ]);
});

test('a handler asks what the contract says, and is told what may come back', () => {
  onlyChecked(
    (): EraseCustomerHandler<DeskServices> =>
      async (_input, { ask, error }) => {
        const answer = await ask.confirm_erasure({ message: 'Really?', defaults: { extent: 'contact' } });
        // @ts-expect-error: nobody has agreed yet
        answer.content;
        if (answer.action === 'accept') expectTypeOf(answer.content.extent).toEqualTypeOf<'everything' | 'contact'>();
        if (answer.action === 'unsupported') return error('nobody there');
        // @ts-expect-error: no such question
        await ask.confirm();
        // @ts-expect-error: no such choice
        await ask.confirm_erasure({ defaults: { extent: 'all' } });
        // @ts-expect-error: no such field
        await ask.confirm_erasure({ defaults: { scope: 'contact' } });
        // @ts-expect-error: a form has no URL
        await ask.confirm_erasure({ url: 'https://example.com' });
        return error('done');
      },
  );
  onlyChecked(
    (): CloseIdleTicketsHandler<DeskServices> =>
      async (_input, { ask, task, error }) => {
        const answer = await ask.choose_ending();
        // @ts-expect-error: without `otherwise: skip` a handler never hears that nobody can answer
        if (answer.action === 'unsupported') return error('nobody there');
        if (answer.action === 'accept') {
          expectTypeOf(answer.content).toEqualTypeOf<{ resolution: 'solved' | 'declined'; note: string }>();
        }
        expectTypeOf(task.id).toEqualTypeOf<string | undefined>();
        // @ts-expect-error: a status is a text
        task.status(3);
        return error('done');
      },
  );
});

test('a context has no more than its tool or prompt declares', () => {
  onlyChecked((handlers: Handlers<DeskServices>) => {
    type ContextOf<Handler extends (...args: never[]) => unknown> = Parameters<Handler>[1];
    expectTypeOf<ContextOf<typeof handlers.tools.erase_customer>>().toHaveProperty('ask');
    expectTypeOf<ContextOf<typeof handlers.tools.erase_customer>>().not.toHaveProperty('task');
    expectTypeOf<ContextOf<typeof handlers.tools.close_idle_tickets>>().toHaveProperty('task');
    expectTypeOf<ContextOf<typeof handlers.tools.close_ticket>>().not.toHaveProperty('ask');
    expectTypeOf<ContextOf<AnswerTicketPromptHandler['get']>>().not.toHaveProperty('ask');
  });
});

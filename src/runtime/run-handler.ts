import type { ServerContext } from '@modelcontextprotocol/server';
import type { Questions } from './descriptor.js';
import type { AskingRequest, InputRound, OpenRound } from './handler.js';

/** What is called, for whoever has to find it, and what it may ask. */
export interface Asker extends Omit<AskingRequest, 'questions'> {
  readonly questions: Questions | undefined;
  readonly inWords: string;
}

/** What a handler gave, or what the client has to answer before it can give anything. */
export type Outcome = Awaited<ReturnType<InputRound['run']>>;

/** Calls a handler: in a round of questions when it has any. Rejects with a `TypeError` when it has, and nothing opens rounds. */
export async function runHandler(
  { questions, inWords, ...asking }: Asker,
  call: (extras?: object) => unknown,
  request: ServerContext,
  openRound: OpenRound | undefined,
): Promise<Outcome> {
  if (questions === undefined) return { answer: await call() };
  if (openRound === undefined) throw new TypeError(`nothing lets the handler of ${inWords} ask its client`);
  const round = await openRound({ ...asking, questions }, request);
  return round.run(call);
}

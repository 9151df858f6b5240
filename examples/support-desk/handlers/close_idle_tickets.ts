import type { CloseIdleTicketsHandler } from '../../../generated/server/handler.js';
import { closeIdle, idleTickets } from '../idle.js';
import type { DeskServices } from '../services.js';

export const tool = 'close_idle_tickets';

/** As many ids as a question to the user has room for. */
const SHOWN = 10;

const closeIdleTicketsHandler: CloseIdleTicketsHandler<DeskServices> = async ({ days = 14 }, ctx) => {
  const { store, now } = ctx.services;
  const idle = idleTickets(store.state, days, now());
  const closed: string[] = [];
  const answered: string[] = [];
  if (idle.length === 0) return { closed, answered };

  const ids =
    idle.length > SHOWN ? `${idle.slice(0, SHOWN).join(', ')} and ${idle.length - SHOWN} more` : idle.join(', ');
  const answer = await ctx.ask.choose_ending({
    message: `Waiting for ${days === 1 ? 'a day' : `${days} days`} or longer: ${ids}. Close them?`,
  });
  if (answer.action !== 'accept') return ctx.error('The user does not want it. Nothing was closed.');

  for (const id of idle) {
    ctx.signal.throwIfAborted();
    // One change for each ticket, written down before the next begins: a run that is cancelled leaves none half-closed.
    const isClosed = await store.update((state) => closeIdle(state, id, { days, now: now() }, answer.content));
    (isClosed ? closed : answered).push(id);
    await ctx.progress(closed.length + answered.length, idle.length, `${id} ${isClosed ? 'closed' : 'was answered'}`);
  }
  return { closed, answered };
};

export default closeIdleTicketsHandler;

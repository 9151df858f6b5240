import type { CountTicketsAsk } from '../../generated/server/handler.js';

export const tool = 'count_tickets';

/** Counts the tickets. */
const countTicketsAsk: CountTicketsAsk = async (_input, ctx) => ctx.notImplemented();

export default countTicketsAsk;

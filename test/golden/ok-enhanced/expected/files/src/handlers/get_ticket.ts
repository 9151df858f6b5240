import type { GetTicketAsk } from '../../generated/server/handler.js';

export const tool = 'get_ticket';

/** Returns one ticket. */
const getTicketAsk: GetTicketAsk = async (_input, ctx) => ctx.notImplemented();

export default getTicketAsk;

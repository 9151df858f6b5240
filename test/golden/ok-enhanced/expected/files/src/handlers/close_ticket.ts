import type { CloseTicketAsk } from '../../generated/server/handler.js';

export const tool = 'close_ticket';

/** Closes a ticket for good. */
const closeTicketAsk: CloseTicketAsk = async (_input, ctx) => ctx.notImplemented();

export default closeTicketAsk;

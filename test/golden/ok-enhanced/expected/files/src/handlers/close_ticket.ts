import type { CloseTicketHandler } from '../../generated/server/handler.js';

export const tool = 'close_ticket';

/** Closes a ticket for good. */
const closeTicketHandler: CloseTicketHandler = async (_input, ctx) => ctx.notImplemented();

export default closeTicketHandler;

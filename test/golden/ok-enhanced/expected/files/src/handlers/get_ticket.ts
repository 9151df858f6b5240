import type { GetTicketHandler } from '../../generated/server/handler.js';

export const tool = 'get_ticket';

/** Returns one ticket. */
const getTicketHandler: GetTicketHandler = async (_input, ctx) => ctx.notImplemented();

export default getTicketHandler;

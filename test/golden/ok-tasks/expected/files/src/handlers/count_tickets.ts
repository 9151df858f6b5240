import type { CountTicketsHandler } from '../../generated/server/handler.js';

export const tool = 'count_tickets';

/** Counts the tickets. */
const countTicketsHandler: CountTicketsHandler = async (_input, ctx) => ctx.notImplemented();

export default countTicketsHandler;

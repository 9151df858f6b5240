import type { CreateTicketHandler } from '../../generated/server/handler.js';

export const tool = 'create_ticket';

const createTicketHandler: CreateTicketHandler = async (_input, ctx) => ctx.notImplemented();

export default createTicketHandler;

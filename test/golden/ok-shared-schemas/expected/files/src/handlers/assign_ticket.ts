import type { AssignTicketHandler } from '../../generated/server/handler.js';

export const tool = 'assign_ticket';

const assignTicketHandler: AssignTicketHandler = async (_input, ctx) => ctx.notImplemented();

export default assignTicketHandler;

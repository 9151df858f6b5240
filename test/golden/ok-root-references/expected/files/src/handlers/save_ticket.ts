import type { SaveTicketHandler } from '../../generated/server/handler.js';

export const tool = 'save_ticket';

const saveTicketHandler: SaveTicketHandler = async (_input, ctx) => ctx.notImplemented();

export default saveTicketHandler;

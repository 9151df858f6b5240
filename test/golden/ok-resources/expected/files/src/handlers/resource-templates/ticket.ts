import type { TicketTemplateHandler } from '../../../generated/server/handler.js';

export const resourceTemplate = 'ticket';

/** A ticket */
const ticketTemplateHandler: TicketTemplateHandler = {
  read: async (_variables, ctx) => ctx.notImplemented(),
  list: async () => [],
  complete: {
    id: () => [],
  },
};

export default ticketTemplateHandler;

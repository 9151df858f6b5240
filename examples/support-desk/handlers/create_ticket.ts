import type { CreateTicketHandler } from '../../../generated/server/handler.js';
import type { DeskServices } from '../services.js';
import { openTicket } from '../tickets.js';

export const tool = 'create_ticket';

const createTicketHandler: CreateTicketHandler<DeskServices> = (input, { services: { store, now } }) =>
  store.update((state) => openTicket(state, input, now()));

export default createTicketHandler;

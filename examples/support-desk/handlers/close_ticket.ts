import type { CloseTicketHandler } from '../../../generated/server/handler.js';
import type { DeskServices } from '../services.js';
import { closeTicket } from '../tickets.js';

export const tool = 'close_ticket';

const closeTicketHandler: CloseTicketHandler<DeskServices> = ({ id, resolution, note }, { services: { store, now } }) =>
  store.update((state) => closeTicket(state, id, resolution, note, now()));

export default closeTicketHandler;

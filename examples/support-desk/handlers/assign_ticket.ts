import type { AssignTicketHandler } from '../../../generated/server/handler.js';
import type { DeskServices } from '../services.js';
import { assignTicket } from '../tickets.js';

export const tool = 'assign_ticket';

const assignTicketHandler: AssignTicketHandler<DeskServices> = ({ id, assignee }, { services: { store } }) =>
  store.update((state) => assignTicket(state, id, assignee));

export default assignTicketHandler;

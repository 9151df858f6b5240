import type { GetTicketHandler } from '../../../generated/server/handler.js';
import type { DeskServices } from '../services.js';
import { commentsOf, customerOf, ticketOf } from '../state.js';

export const tool = 'get_ticket';

const getTicketHandler: GetTicketHandler<DeskServices> = ({ id }, { services: { store } }) => {
  const ticket = ticketOf(store.state, id);
  const customer = customerOf(store.state, ticket.customerId);
  return { ticket, customer, comments: commentsOf(store.state, id).length };
};

export default getTicketHandler;

import type { SearchTicketsHandler } from '../../../generated/server/handler.js';
import { searchTickets } from '../search.js';
import type { DeskServices } from '../services.js';

export const tool = 'search_tickets';

const searchTicketsHandler: SearchTicketsHandler<DeskServices> = (input, { services: { store } }) =>
  searchTickets(store.state, input);

export default searchTicketsHandler;

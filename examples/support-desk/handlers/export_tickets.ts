import type { ExportTicketsHandler } from '../../../generated/server/handler.js';
import { toCsv } from '../csv.js';
import type { DeskServices } from '../services.js';

export const tool = 'export_tickets';

/** The bound of the contract. */
const MAX_LENGTH = 1_000_000;

const exportTicketsHandler: ExportTicketsHandler<DeskServices> = ({ status }, { services: { store }, error }) => {
  const text = toCsv(store.state.tickets.filter((ticket) => status === undefined || ticket.status === status));
  return text.length <= MAX_LENGTH ? text : error('These are too many tickets for one export. Choose a status.');
};

export default exportTicketsHandler;

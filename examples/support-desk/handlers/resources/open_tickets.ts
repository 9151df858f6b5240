import type { OpenTicketsResourceHandler } from '../../../../generated/server/handler.js';
import { toCsv } from '../../csv.js';
import type { DeskServices } from '../../services.js';

export const resource = 'open_tickets';

const urgency = ['urgent', 'high', 'normal', 'low'];

const openTicketsResourceHandler: OpenTicketsResourceHandler<DeskServices> = ({ services: { store } }) =>
  toCsv(
    store.state.tickets
      .filter(({ status }) => status !== 'closed')
      .sort((a, b) => urgency.indexOf(a.priority) - urgency.indexOf(b.priority)),
  );

export default openTicketsResourceHandler;

import type { ListCommentsHandler } from '../../../generated/server/handler.js';
import { threadsOf } from '../comments.js';
import type { DeskServices } from '../services.js';

export const tool = 'list_comments';

const listCommentsHandler: ListCommentsHandler<DeskServices> = (
  { ticketId, includeInternal = false },
  { services: { store } },
) => threadsOf(store.state, ticketId, includeInternal);

export default listCommentsHandler;

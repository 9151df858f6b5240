import type { MergeTicketsHandler } from '../../../generated/server/handler.js';
import { mergeTickets, obstaclesOf } from '../merge.js';
import type { DeskServices } from '../services.js';

export const tool = 'merge_tickets';

const mergeTicketsHandler: MergeTicketsHandler<DeskServices> = (input, { services: { store, now }, result }) =>
  store.update((state) => {
    const obstacles = obstaclesOf(state, input);
    if (obstacles.length === 0) return mergeTickets(state, input, now());
    const reasons = obstacles.map(({ ticket, reason }) => `${ticket} (${reason})`);
    return result({
      isError: true,
      content: [{ type: 'text', text: `Nothing was merged. In the way: ${reasons.join(', ')}.` }],
      structuredContent: { obstacles },
    });
  });

export default mergeTicketsHandler;

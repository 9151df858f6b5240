import type { ListOrdersAsk } from '../../generated/server/handler.js';

export const tool = 'list_orders';

/** Lists the orders that are open. */
const listOrdersAsk: ListOrdersAsk = async (_input, ctx) => ctx.notImplemented();

export default listOrdersAsk;

import type { ListOrdersHandler } from '../../generated/server/handler.js';

export const tool = 'list_orders';

/** Lists the orders that are open. */
const listOrdersHandler: ListOrdersHandler = async (_input, ctx) => ctx.notImplemented();

export default listOrdersHandler;

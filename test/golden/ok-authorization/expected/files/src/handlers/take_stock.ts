import type { TakeStockAsk } from '../../generated/server/handler.js';

export const tool = 'take_stock';

/** Takes what an order holds out of the stock. */
const takeStockAsk: TakeStockAsk = async (_input, ctx) => ctx.notImplemented();

export default takeStockAsk;

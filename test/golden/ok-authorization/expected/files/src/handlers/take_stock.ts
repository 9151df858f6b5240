import type { TakeStockHandler } from '../../generated/server/handler.js';

export const tool = 'take_stock';

/** Takes what an order holds out of the stock. */
const takeStockHandler: TakeStockHandler = async (_input, ctx) => ctx.notImplemented();

export default takeStockHandler;

import type { ShipOrderHandler } from '../../generated/server/handler.js';

export const tool = 'ship_order';

/** Sends an order to its buyer. */
const shipOrderHandler: ShipOrderHandler = async (_input, ctx) => ctx.notImplemented();

export default shipOrderHandler;

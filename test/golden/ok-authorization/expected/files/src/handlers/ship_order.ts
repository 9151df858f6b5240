import type { ShipOrderAsk } from '../../generated/server/handler.js';

export const tool = 'ship_order';

/** Sends an order to its buyer. */
const shipOrderAsk: ShipOrderAsk = async (_input, ctx) => ctx.notImplemented();

export default shipOrderAsk;

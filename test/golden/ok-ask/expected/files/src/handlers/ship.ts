import type { ShipAsk } from '../../generated/server/handler.js';

export const tool = 'ship';

/** Ships an order. */
const shipAsk: ShipAsk = async (_input, ctx) => ctx.notImplemented();

export default shipAsk;

import type { ShipHandler } from '../../generated/server/handler.js';

export const tool = 'ship';

/** Ships an order. */
const shipHandler: ShipHandler = async (_input, ctx) => ctx.notImplemented();

export default shipHandler;

import type { CancelOrderHandler } from '../../generated/server/handler.js';

export const tool = 'cancel_order';

/** Takes an order back. */
const cancelOrderHandler: CancelOrderHandler = async (_input, ctx) => ctx.notImplemented();

export default cancelOrderHandler;

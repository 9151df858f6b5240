import type { PlaceOrderHandler } from '../../generated/server/handler.js';

export const tool = 'place_order';

/** Orders an item. */
const placeOrderHandler: PlaceOrderHandler = async (_input, ctx) => ctx.notImplemented();

export default placeOrderHandler;

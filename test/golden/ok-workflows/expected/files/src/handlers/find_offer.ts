import type { FindOfferHandler } from '../../generated/server/handler.js';

export const tool = 'find_offer';

/** Finds the price of today. */
const findOfferHandler: FindOfferHandler = async (_input, ctx) => ctx.notImplemented();

export default findOfferHandler;

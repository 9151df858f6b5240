import type { TrackAsk } from '../../generated/server/handler.js';

export const tool = 'track';

/** Tells where an order is. */
const trackAsk: TrackAsk = async (_input, ctx) => ctx.notImplemented();

export default trackAsk;

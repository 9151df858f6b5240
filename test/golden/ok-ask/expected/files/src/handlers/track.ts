import type { TrackHandler } from '../../generated/server/handler.js';

export const tool = 'track';

/** Tells where an order is. */
const trackHandler: TrackHandler = async (_input, ctx) => ctx.notImplemented();

export default trackHandler;

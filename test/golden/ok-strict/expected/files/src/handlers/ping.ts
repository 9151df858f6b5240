import type { PingHandler } from '../../generated/server/handler.js';

export const tool = 'ping';

/** Answers, so that a caller can tell whether the desk is there. */
const pingHandler: PingHandler = async (_input, ctx) => ctx.notImplemented();

export default pingHandler;

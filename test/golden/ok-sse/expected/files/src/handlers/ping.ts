import type { PingHandler } from '../../generated/server/handler.js';

export const tool = 'ping';

const pingHandler: PingHandler = async (_input, ctx) => ctx.notImplemented();

export default pingHandler;

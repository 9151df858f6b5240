import type { ConHandler } from '../../generated/server/handler.js';

export const tool = 'con';

const conHandler: ConHandler = async (_input, ctx) => ctx.notImplemented();

export default conHandler;

import type { XHandler } from '../../generated/server/handler.js';

export const tool = 'x';

const xHandler: XHandler = async (_input, ctx) => ctx.notImplemented();

export default xHandler;

import type { IndexHandler } from '../../generated/server/handler.js';

export const tool = 'index';

const indexHandler: IndexHandler = async (_input, ctx) => ctx.notImplemented();

export default indexHandler;

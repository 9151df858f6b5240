import type { URLParseHandler } from '../../generated/server/handler.js';

export const tool = 'URLParse';

const urlParseHandler: URLParseHandler = async (_input, ctx) => ctx.notImplemented();

export default urlParseHandler;

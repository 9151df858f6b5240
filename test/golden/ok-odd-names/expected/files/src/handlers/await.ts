import type { AwaitHandler } from '../../generated/server/handler.js';

export const tool = 'await';

const awaitHandler: AwaitHandler = async (_input, ctx) => ctx.notImplemented();

export default awaitHandler;

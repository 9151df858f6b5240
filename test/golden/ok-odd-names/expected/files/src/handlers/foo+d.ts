import type { FooDHandler } from '../../generated/server/handler.js';

export const tool = 'foo.d';

const fooDHandler: FooDHandler = async (_input, ctx) => ctx.notImplemented();

export default fooDHandler;

import type { NullOutputHandler } from '../../generated/server/handler.js';

export const tool = 'null_output';

const nullOutputHandler: NullOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default nullOutputHandler;

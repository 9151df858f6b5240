import type { AnyOutputHandler } from '../../generated/server/handler.js';

export const tool = 'any_output';

const anyOutputHandler: AnyOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default anyOutputHandler;

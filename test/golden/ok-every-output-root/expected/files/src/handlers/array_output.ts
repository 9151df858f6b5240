import type { ArrayOutputHandler } from '../../generated/server/handler.js';

export const tool = 'array_output';

const arrayOutputHandler: ArrayOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default arrayOutputHandler;

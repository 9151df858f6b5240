import type { ConstOutputHandler } from '../../generated/server/handler.js';

export const tool = 'const_output';

const constOutputHandler: ConstOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default constOutputHandler;

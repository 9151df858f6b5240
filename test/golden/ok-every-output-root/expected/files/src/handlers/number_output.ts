import type { NumberOutputHandler } from '../../generated/server/handler.js';

export const tool = 'number_output';

const numberOutputHandler: NumberOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default numberOutputHandler;

import type { NoOutputHandler } from '../../generated/server/handler.js';

export const tool = 'no_output';

const noOutputHandler: NoOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default noOutputHandler;

import type { ObjectOutputHandler } from '../../generated/server/handler.js';

export const tool = 'object_output';

const objectOutputHandler: ObjectOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default objectOutputHandler;

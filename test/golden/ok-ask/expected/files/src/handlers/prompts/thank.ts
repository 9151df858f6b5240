import type { ThankPromptHandler } from '../../../generated/server/handler.js';

export const prompt = 'thank';

/** Writes thanks. */
const thankPromptHandler: ThankPromptHandler = async (_args, ctx) => ctx.notImplemented();

export default thankPromptHandler;

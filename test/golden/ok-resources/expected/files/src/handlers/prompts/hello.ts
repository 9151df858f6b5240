import type { HelloPromptHandler } from '../../../generated/server/handler.js';

export const prompt = 'hello';

const helloPromptHandler: HelloPromptHandler = async (_args, ctx) => ctx.notImplemented();

export default helloPromptHandler;

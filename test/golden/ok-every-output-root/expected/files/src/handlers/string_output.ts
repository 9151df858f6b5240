import type { StringOutputHandler } from '../../generated/server/handler.js';

export const tool = 'string_output';

const stringOutputHandler: StringOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default stringOutputHandler;

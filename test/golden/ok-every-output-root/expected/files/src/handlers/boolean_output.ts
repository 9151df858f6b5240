import type { BooleanOutputHandler } from '../../generated/server/handler.js';

export const tool = 'boolean_output';

const booleanOutputHandler: BooleanOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default booleanOutputHandler;

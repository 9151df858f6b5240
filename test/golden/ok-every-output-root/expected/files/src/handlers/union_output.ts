import type { UnionOutputHandler } from '../../generated/server/handler.js';

export const tool = 'union_output';

const unionOutputHandler: UnionOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default unionOutputHandler;

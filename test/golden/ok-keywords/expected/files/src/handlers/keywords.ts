import type { KeywordsHandler } from '../../generated/server/handler.js';

export const tool = 'keywords';

const keywordsHandler: KeywordsHandler = async (_input, ctx) => ctx.notImplemented();

export default keywordsHandler;

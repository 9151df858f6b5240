import type { Draft2019Handler } from '../../generated/server/handler.js';

export const tool = 'draft_2019';

const draft2019Handler: Draft2019Handler = async (_input, ctx) => ctx.notImplemented();

export default draft2019Handler;

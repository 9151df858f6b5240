import type { Draft06Handler } from '../../generated/server/handler.js';

export const tool = 'draft_06';

const draft06Handler: Draft06Handler = async (_input, ctx) => ctx.notImplemented();

export default draft06Handler;

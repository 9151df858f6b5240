import type { Draft07Handler } from '../../generated/server/handler.js';

export const tool = 'draft_07';

const draft07Handler: Draft07Handler = async (_input, ctx) => ctx.notImplemented();

export default draft07Handler;

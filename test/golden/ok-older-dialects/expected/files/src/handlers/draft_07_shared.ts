import type { Draft07SharedHandler } from '../../generated/server/handler.js';

export const tool = 'draft_07_shared';

const draft07SharedHandler: Draft07SharedHandler = async (_input, ctx) => ctx.notImplemented();

export default draft07SharedHandler;

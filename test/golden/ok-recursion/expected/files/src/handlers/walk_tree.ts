import type { WalkTreeHandler } from '../../generated/server/handler.js';

export const tool = 'walk_tree';

const walkTreeHandler: WalkTreeHandler = async (_input, ctx) => ctx.notImplemented();

export default walkTreeHandler;

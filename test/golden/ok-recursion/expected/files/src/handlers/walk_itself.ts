import type { WalkItselfHandler } from '../../generated/server/handler.js';

export const tool = 'walk_itself';

const walkItselfHandler: WalkItselfHandler = async (_input, ctx) => ctx.notImplemented();

export default walkItselfHandler;

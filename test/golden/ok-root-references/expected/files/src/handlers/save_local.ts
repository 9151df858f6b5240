import type { SaveLocalHandler } from '../../generated/server/handler.js';

export const tool = 'save_local';

const saveLocalHandler: SaveLocalHandler = async (_input, ctx) => ctx.notImplemented();

export default saveLocalHandler;

import type { SaveAllOfHandler } from '../../generated/server/handler.js';

export const tool = 'save_all_of';

const saveAllOfHandler: SaveAllOfHandler = async (_input, ctx) => ctx.notImplemented();

export default saveAllOfHandler;

import type { FindItemHandler } from '../../generated/server/handler.js';

export const tool = 'find_item';

/** Finds an item by its number. */
const findItemHandler: FindItemHandler = async (_input, ctx) => ctx.notImplemented();

export default findItemHandler;

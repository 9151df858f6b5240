import type { DeleteHandler } from '../../generated/server/handler.js';

export const tool = 'delete';

const deleteHandler: DeleteHandler = async (_input, ctx) => ctx.notImplemented();

export default deleteHandler;

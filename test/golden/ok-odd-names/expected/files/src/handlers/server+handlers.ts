import type { ServerHandlersHandler } from '../../generated/server/handler.js';

export const tool = 'server.handlers';

const serverHandlersHandler: ServerHandlersHandler = async (_input, ctx) => ctx.notImplemented();

export default serverHandlersHandler;

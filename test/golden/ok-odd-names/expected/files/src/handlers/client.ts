import type { ClientHandler } from '../../generated/server/handler.js';

export const tool = 'client';

const clientHandler: ClientHandler = async (_input, ctx) => ctx.notImplemented();

export default clientHandler;

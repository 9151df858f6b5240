import type { ToolsHandler } from '../../generated/server/handler.js';

export const tool = 'tools';

const toolsHandler: ToolsHandler = async (_input, ctx) => ctx.notImplemented();

export default toolsHandler;

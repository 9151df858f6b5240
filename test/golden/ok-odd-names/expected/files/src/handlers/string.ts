import type { StringHandler } from '../../generated/server/handler.js';

export const tool = 'string';

const stringHandler: StringHandler = async (_input, ctx) => ctx.notImplemented();

export default stringHandler;

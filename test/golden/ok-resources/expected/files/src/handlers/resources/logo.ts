import type { LogoResourceHandler } from '../../../generated/server/handler.js';

export const resource = 'logo';

const logoResourceHandler: LogoResourceHandler = async (ctx) => ctx.notImplemented();

export default logoResourceHandler;

import type { _3dRenderHandler } from '../../generated/server/handler.js';

export const tool = '3d_render';

const _3dRenderHandler2: _3dRenderHandler = async (_input, ctx) => ctx.notImplemented();

export default _3dRenderHandler2;

import type { _Handler } from '../../generated/server/handler.js';

export const tool = '__';

const _Handler2: _Handler = async (_input, ctx) => ctx.notImplemented();

export default _Handler2;

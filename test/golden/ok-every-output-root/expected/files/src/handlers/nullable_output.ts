import type { NullableOutputHandler } from '../../generated/server/handler.js';

export const tool = 'nullable_output';

const nullableOutputHandler: NullableOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default nullableOutputHandler;

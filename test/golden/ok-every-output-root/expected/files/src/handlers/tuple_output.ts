import type { TupleOutputHandler } from '../../generated/server/handler.js';

export const tool = 'tuple_output';

const tupleOutputHandler: TupleOutputHandler = async (_input, ctx) => ctx.notImplemented();

export default tupleOutputHandler;

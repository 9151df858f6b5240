import type { ReindexHandler } from '../../generated/server/handler.js';

export const tool = 'reindex';

/** Builds the search index again. */
const reindexHandler: ReindexHandler = async (_input, ctx) => ctx.notImplemented();

export default reindexHandler;

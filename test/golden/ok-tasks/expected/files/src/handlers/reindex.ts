import type { ReindexAsk } from '../../generated/server/handler.js';

export const tool = 'reindex';

/** Builds the search index again. */
const reindexAsk: ReindexAsk = async (_input, ctx) => ctx.notImplemented();

export default reindexAsk;

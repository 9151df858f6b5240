import type { ReindexArticlesHandler } from '../../../generated/server/handler.js';
import type { DeskServices } from '../services.js';

export const tool = 'reindex_articles';

const reindexArticlesHandler: ReindexArticlesHandler<DeskServices> = (_input, { services, signal, progress }) =>
  services.articles.reindex(signal, progress);

export default reindexArticlesHandler;

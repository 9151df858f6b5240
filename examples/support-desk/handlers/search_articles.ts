import type { SearchArticlesHandler } from '../../../generated/server/handler.js';
import type { DeskServices } from '../services.js';

export const tool = 'search_articles';

const searchArticlesHandler: SearchArticlesHandler<DeskServices> = ({ query, limit = 5 }, { services: { articles } }) =>
  articles.search(query, limit);

export default searchArticlesHandler;

import type { ReadArticleHandler } from '../../../generated/server/handler.js';
import type { DeskServices } from '../services.js';

export const tool = 'read_article';

const readArticleHandler: ReadArticleHandler<DeskServices> = async ({ slug }, { services: { articles }, error }) =>
  (await articles.read(slug)) ?? error(`There is no article ${slug}. Find one with search_articles.`);

export default readArticleHandler;

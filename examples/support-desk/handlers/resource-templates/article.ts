import type { ArticleTemplateHandler } from '../../../../generated/server/handler.js';
import type { DeskServices } from '../../services.js';

export const resourceTemplate = 'article';

const articleTemplateHandler: ArticleTemplateHandler<DeskServices> = {
  read: async ({ slug }, { services: { articles }, notFound }) => (await articles.read(slug)) ?? notFound(),
  list: async ({ services: { articles } }) =>
    (await articles.slugs()).map((slug) => ({ variables: { slug }, title: slug.replaceAll('-', ' ') })),
  complete: {
    slug: async (value, { services: { articles } }) =>
      (await articles.slugs()).filter((slug) => slug.includes(value.toLowerCase())),
  },
};

export default articleTemplateHandler;

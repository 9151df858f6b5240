import { Articles, articlesIn } from './articles.js';
import { Store } from './store.js';

/** What handlers find in `ctx.services`. */
export interface DeskServices {
  readonly store: Store;
  readonly articles: Articles;
  readonly now: () => Date;
}

/** The services of a real server. Rejects when the data file cannot be read. */
export async function createServices(settings: {
  readonly DESK_ARTICLES: string;
  readonly DESK_DATA: string | undefined;
  readonly DESK_KEY: string | undefined;
}): Promise<DeskServices> {
  return {
    store: await Store.open(settings.DESK_DATA, settings.DESK_KEY),
    articles: new Articles(articlesIn(settings.DESK_ARTICLES)),
    now: () => new Date(),
  };
}

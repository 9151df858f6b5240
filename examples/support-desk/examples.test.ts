import { test } from 'node:test';
import { examples, runExample } from '../../generated/server/examples.js';
import { handlers } from '../../generated/server/handlers.js';
import { Articles, articlesIn } from './articles.js';
import type { DeskServices } from './services.js';
import { Store } from './store.js';

/** The desk as it starts, made anew for each example, at the time at which the examples take place. */
const createServices = async (): Promise<DeskServices> => ({
  store: await Store.open(),
  articles: new Articles(articlesIn(process.env['DESK_ARTICLES'] ?? 'examples/support-desk/articles')),
  now: () => new Date('2026-03-05T12:00:00.000Z'),
});

for (const example of examples) {
  test(`${example.tool.name}: ${example.name}`, async (context) => {
    const { skipped } = await runExample(example, handlers, await createServices());
    if (skipped !== undefined) context.skip(skipped);
  });
}

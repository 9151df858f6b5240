import { InMemoryTransport } from '@modelcontextprotocol/client';
import { type ArticleSource, Articles, articlesIn } from '../../../examples/support-desk/articles.js';
import type { DeskServices } from '../../../examples/support-desk/services.js';
import { Store } from '../../../examples/support-desk/store.js';
import { createClient, type Tools } from '../../../generated/client/index.js';
import { handlers } from '../../../generated/server/handlers.js';
import { checkPrerequisites, createServer, type ServerOptions, serveStdio } from '../../../generated/server/index.js';

export const ERAS = ['modern', 'legacy'] as const;
export type Era = (typeof ERAS)[number];

/** The time at which all tests take place. */
export const NOW = '2026-03-05T12:00:00.000Z';

export async function deskServices(articles: ArticleSource = articlesIn('examples/support-desk/articles')) {
  return { store: await Store.open(), articles: new Articles(articles), now: () => new Date(NOW) };
}

export interface Desk extends AsyncDisposable {
  readonly client: Awaited<ReturnType<typeof createClient>>;
  readonly tools: Tools;
}

type ClientOptions = NonNullable<Parameters<typeof createClient>[1]>;

/** A desk of its own for each test, and a client that talks to it in memory. */
export async function openDesk(
  era: Era,
  options: Partial<ServerOptions<DeskServices>> = {},
  clientOptions: ClientOptions = {},
): Promise<Desk> {
  const services = await deskServices();
  const prerequisites = await checkPrerequisites(
    { ticket_store: () => services.store, help_articles: () => services.articles.read('export-data') },
    { environment: {} },
  );
  const server = createServer(handlers, { services, prerequisites, ...options });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(server, { transport: far });
  const client = await createClient(near, { era, ...clientOptions });
  return {
    client,
    tools: client.tools,
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await handle.close();
    },
  };
}

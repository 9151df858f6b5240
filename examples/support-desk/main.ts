import { handlers } from '../../generated/server/handlers.js';
import { checkPrerequisites, createServer, serveHttp, serveStdio } from '../../generated/server/index.js';
import { articlesIn } from './articles.js';
import { createServices } from './services.js';
import { Store } from './store.js';

// On stdio, stdout belongs to the protocol; whatever is meant for people goes to stderr.
async function main(): Promise<void> {
  const prerequisites = await checkPrerequisites({
    ticket_store: (_signal, { DESK_DATA, DESK_KEY }) => Store.open(DESK_DATA, DESK_KEY),
    help_articles: (_signal, { DESK_ARTICLES = '' }) => articlesIn(DESK_ARTICLES).list(),
  });
  const services = await createServices(prerequisites.environment);
  const server = createServer(handlers, { services, prerequisites });
  if (process.argv.includes('--http')) {
    const { url } = await serveHttp(server, { port: Number(process.env['PORT'] ?? 3000) });
    console.error(`listening on ${url}`);
  } else {
    serveStdio(server);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

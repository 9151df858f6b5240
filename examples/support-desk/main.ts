import { readEnvironment } from '../../generated/server/environment.js';
import { handlers } from '../../generated/server/handlers.js';
import { createServer, serveHttp, serveStdio } from '../../generated/server/index.js';
import { createServices } from './services.js';

const server = createServer(handlers, { services: await createServices(readEnvironment()) });

if (process.argv.includes('--http')) {
  const { url } = await serveHttp(server, { port: Number(process.env['PORT'] ?? 3000) });
  // On stdio, stdout belongs to the protocol; whatever is meant for people goes to stderr everywhere.
  process.stderr.write(`listening on ${url}\n`);
} else {
  serveStdio(server);
}

import { handlers } from '../generated/server/handlers.js';
import { createServer, serveHttp, serveStdio } from '../generated/server/index.js';

// On stdio, stdout belongs to the protocol: whatever is meant for people goes to stderr.
async function main(): Promise<void> {
  // What handlers share, such as a database, is made here; they find it in ctx.services.
  const server = createServer(handlers, { services: {} });
  if (process.argv.includes('--http')) {
    const { url } = await serveHttp(server, { port: Number(process.env['PORT'] ?? 3000) });
    console.error(`Listening on ${url}`);
  } else {
    serveStdio(server);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

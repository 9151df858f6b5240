import { handlers } from '../generated/server/handlers.js';
import { checkPrerequisites, createServer, serveHttp, serveStdio } from '../generated/server/index.js';

// On stdio, stdout belongs to the protocol: whatever is meant for people goes to stderr.
async function main(): Promise<void> {
  // Names at once whatever the contract needs and is not there. The values of variables are in prerequisites.environment.
  const prerequisites = await checkPrerequisites({
    // Better a function that resolves when the service answers, and throws what is wrong when it does not.
    ticket_store: 'unchecked',
  });
  // What handlers share, such as a database, is made here; they find it in ctx.services.
  const server = createServer(handlers, { services: {}, prerequisites });
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

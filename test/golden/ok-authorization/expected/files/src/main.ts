import { handlers } from '../generated/server/handlers.js';
import { authorize, createServer, jwtVerifier, serveHttp, serveStdio } from '../generated/server/index.js';

// On stdio, stdout belongs to the protocol: whatever is meant for people goes to stderr.
async function main(): Promise<void> {
  // What handlers share, such as a database, is made here; they find it in ctx.services.
  const server = createServer(handlers, { services: {} });
  if (process.argv.includes('--http')) {
    const port = Number(process.env['PORT'] ?? 3000);
    // The address by which clients know this server: their tokens have to be for it.
    const resource = process.env['RESOURCE_URL'] ?? `http://127.0.0.1:${port}/mcp`;
    const verifier = jwtVerifier({ issuer: 'https://login.example.com', audience: resource });
    const { url } = await serveHttp(server, { port, ...authorize({ resource, verifier }) });
    console.error(`Listening on ${url}`);
  } else {
    serveStdio(server);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

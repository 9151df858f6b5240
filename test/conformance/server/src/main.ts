import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { handlers } from '../generated/server/handlers.js';
import { createServer, serveHttp, serveStdio } from '../generated/server/index.js';
import { mountedServer } from './mounted.js';

// On stdio, stdout belongs to the protocol: whatever is meant for people goes to stderr.
async function main(): Promise<void> {
  if (process.argv.includes('--mounted')) {
    await mountedServer().connect(new StdioServerTransport());
    return;
  }
  const dual = createServer(handlers, { services: {} });
  const server = process.argv.includes('--modern') ? ({ ...dual, eras: 'modern' } as const) : dual;
  if (process.argv.includes('--http')) {
    const { url } = await serveHttp(server, { port: Number(process.env['PORT'] ?? 0) });
    console.error(`listening on ${url}`);
  } else {
    serveStdio(server);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

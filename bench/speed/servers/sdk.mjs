// A server as people write it with the SDK: schemas made once, every tool registered wherever a server is made, nothing else done.
//   node sdk.mjs <tools> [--http]
import { createServer } from 'node:http';
import { createMcpHandler, fromJsonSchema, McpServer } from '@modelcontextprotocol/server';
import { toolsOf } from '../contracts.mjs';

const tools = toolsOf(Number(process.argv[2])).map(({ inputSchema, outputSchema, ...tool }) => ({
  ...tool,
  inputSchema: fromJsonSchema(inputSchema),
  outputSchema: fromJsonSchema(outputSchema),
}));

function build() {
  const server = new McpServer({ name: 'bench', version: '1.0.0' });
  for (const { name, ...config } of tools) server.registerTool(name, config, answer);
  return server;
}

async function answer() {
  const value = { items: [], total: 0 };
  return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: value };
}

if (process.argv.includes('--http')) {
  const { localhostHostValidation, localhostOriginValidation, toNodeHandler } = await import(
    '@modelcontextprotocol/node'
  );
  const serve = toNodeHandler(createMcpHandler(build));
  const [isHost, isOrigin] = [localhostHostValidation(), localhostOriginValidation()];
  const http = createServer((request, response) => {
    if (isHost(request, response) && isOrigin(request, response)) void serve(request, response);
  });
  http.listen(0, '127.0.0.1', () => console.error(`Listening on http://127.0.0.1:${http.address().port}/mcp`));
} else {
  const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
  serveStdio(build);
}

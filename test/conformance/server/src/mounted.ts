import { McpServer } from '@modelcontextprotocol/server';
import { handlers } from '../generated/server/handlers.js';
import { registerPrompts, registerResources, registerTools } from '../generated/server/index.js';

/** A server that was put together by hand, and knows no revision 2026-07-28: the contract is mounted on it. */
export function mountedServer(): McpServer {
  const server = new McpServer({ name: 'mounted', version: '1.0.0' }, { capabilities: { logging: {} } });
  const options = { services: {}, onError: () => undefined };
  registerResources(server, handlers, options);
  registerPrompts(server, handlers, options);
  registerTools(server, handlers, options);
  return server;
}

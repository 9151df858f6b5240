// Copied by mcpgen from its tested runtime. Do not edit.

import type { McpServer, ServerCapabilities } from '@modelcontextprotocol/server';
import { CORE_EXTENSION } from './core.js';

/** What a server declares in `capabilities.extensions`. */
export type Extensions = NonNullable<ServerCapabilities['extensions']>;

/**
 * Declares what a contract uses of Enhanced MCP 2.0 on a server that exists, beside what it declares already, which stays. That
 * server decides itself whom it serves, so it does not declare to be strict. One that is connected has told its client already.
 */
export function declareExtensions(mcp: McpServer, extensions: Extensions): void {
  if (mcp.isConnected()) return;
  const core = { ...extensions[CORE_EXTENSION], compatibilityMode: 'enhanced' };
  const declared = mcp.server.getCapabilities().extensions;
  mcp.server.registerCapabilities({ extensions: { ...extensions, [CORE_EXTENSION]: core, ...declared } });
}

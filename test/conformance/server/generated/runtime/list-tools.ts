// Copied by mcpgen from its tested runtime. Do not edit.

import type { Client, ListToolsResult, Tool } from '@modelcontextprotocol/client';
import { askPage } from './ask-page.js';
import { listAll } from './list-all.js';

/**
 * What the server lists now: asked anew and page by page, since the client's own walk leaves out tools, stops early, or answers
 * from its cache. Rejects with the SDK's error when the list cannot be had, and with an `Error` when it has no end.
 */
export async function listTools(client: Client): Promise<readonly Tool[]> {
  if (client.getServerCapabilities()?.tools === undefined) return [];
  return listAll('tools', async (params) => {
    const page = await askPage<ListToolsResult>(client, 'tools/list', params);
    return { items: page.tools, nextCursor: page.nextCursor };
  });
}

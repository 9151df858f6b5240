// Copied by mcpgen from its tested runtime. Do not edit.

import type { Client, Tool } from '@modelcontextprotocol/client';

/** More pages than any server needs; one that has more never ends. */
const MAX_PAGES = 10_000;

/**
 * What the server lists now: asked anew and page by page, since the client's own walk leaves out tools, stops early, or answers
 * from its cache. Rejects with the SDK's error when the list cannot be had, and with an `Error` when it has no end.
 */
export async function listTools(client: Client): Promise<readonly Tool[]> {
  if (client.getServerCapabilities()?.tools === undefined) return [];
  const tools: Tool[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await client.request({ method: 'tools/list', params: cursor === undefined ? {} : { cursor } });
    for (const tool of page.tools) tools.push(tool);
    cursor = page.nextCursor;
    if (cursor === undefined) break;
    if (seen.has(cursor)) throw new Error('the server lists its tools in a circle of pages');
    seen.add(cursor);
  } while (seen.size < MAX_PAGES);
  if (cursor !== undefined) throw new Error(`the server lists its tools on more than ${MAX_PAGES} pages`);
  return tools;
}

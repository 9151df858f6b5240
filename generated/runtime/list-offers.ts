// Copied by mcpgen from its tested runtime. Do not edit.

import type { Client, Prompt, Resource, ResourceTemplateType } from '@modelcontextprotocol/client';
import { listAll } from './list-all.js';

/*
 * What the server lists now, asked anew and page by page: see list-tools.ts. Each rejects with the SDK's error when the list cannot be had.
 */

export async function listResources(client: Client): Promise<readonly Resource[]> {
  if (client.getServerCapabilities()?.resources === undefined) return [];
  return listAll('resources', async (cursor) => {
    const page = await client.request({ method: 'resources/list', params: paramsOf(cursor) });
    return { items: page.resources, nextCursor: page.nextCursor };
  });
}

export async function listTemplates(client: Client): Promise<readonly ResourceTemplateType[]> {
  if (client.getServerCapabilities()?.resources === undefined) return [];
  return listAll('resource templates', async (cursor) => {
    const page = await client.request({ method: 'resources/templates/list', params: paramsOf(cursor) });
    return { items: page.resourceTemplates, nextCursor: page.nextCursor };
  });
}

export async function listPrompts(client: Client): Promise<readonly Prompt[]> {
  if (client.getServerCapabilities()?.prompts === undefined) return [];
  return listAll('prompts', async (cursor) => {
    const page = await client.request({ method: 'prompts/list', params: paramsOf(cursor) });
    return { items: page.prompts, nextCursor: page.nextCursor };
  });
}

function paramsOf(cursor: string | undefined): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}

import type {
  Client,
  ListPromptsResult,
  ListResourcesResult,
  ListResourceTemplatesResult,
  Prompt,
  Resource,
  ResourceTemplateType,
} from '@modelcontextprotocol/client';
import { askPage } from './ask-page.js';
import { listAll } from './list-all.js';

/*
 * What the server lists now, asked anew and page by page: see list-tools.ts. Each rejects with the SDK's error when the list cannot be had.
 */

export async function listResources(client: Client): Promise<readonly Resource[]> {
  if (client.getServerCapabilities()?.resources === undefined) return [];
  return listAll('resources', async (params) => {
    const page = await askPage<ListResourcesResult>(client, 'resources/list', params);
    return { items: page.resources, nextCursor: page.nextCursor };
  });
}

export async function listTemplates(client: Client): Promise<readonly ResourceTemplateType[]> {
  if (client.getServerCapabilities()?.resources === undefined) return [];
  return listAll('resource templates', async (params) => {
    const page = await askPage<ListResourceTemplatesResult>(client, 'resources/templates/list', params);
    return { items: page.resourceTemplates, nextCursor: page.nextCursor };
  });
}

export async function listPrompts(client: Client): Promise<readonly Prompt[]> {
  if (client.getServerCapabilities()?.prompts === undefined) return [];
  return listAll('prompts', async (params) => {
    const page = await askPage<ListPromptsResult>(client, 'prompts/list', params);
    return { items: page.prompts, nextCursor: page.nextCursor };
  });
}

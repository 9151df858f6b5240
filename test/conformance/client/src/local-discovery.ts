import type { FetchLike } from '@modelcontextprotocol/client';

/**
 * Some servers of the suite watch modern requests and cannot say that they are modern: `server/discover` is answered here, in their
 * stead, and everything else by them.
 */
export const withLocalDiscovery: FetchLike = async (url, init) => {
  const message: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
  if (!isDiscovery(message)) return fetch(url, init);
  const result = {
    resultType: 'complete',
    supportedVersions: ['2026-07-28'],
    capabilities: { tools: {}, resources: {}, prompts: {} },
    ttlMs: 0,
    cacheScope: 'private',
    _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'stand-in', version: '1.0.0' } },
  };
  return Response.json({ jsonrpc: '2.0', id: message.id, result });
};

function isDiscovery(message: unknown): message is { readonly id: string | number } {
  return typeof message === 'object' && message !== null && Reflect.get(message, 'method') === 'server/discover';
}

// Copied by mcpgen from its tested runtime. Do not edit.

import type { McpRequestContext } from '@modelcontextprotocol/server';

/**
 * What a new server instance can be asked for, of all that `method` asks for by name. On HTTP there is a new instance for each request,
 * and registering a thousand tools would cost ten times what a call costs. The headers of a modern request have been checked against its
 * body before we are asked; those of a legacy request have not, and one of them may list everything.
 */
export function neededFor<Each>(
  { era, requestInfo }: McpRequestContext,
  method: string,
  all: readonly Each[],
  find: (name: string) => Each | undefined,
): readonly Each[] {
  const asked = requestInfo?.headers.get('mcp-method');
  if (era !== 'modern' || typeof asked !== 'string') return all;
  if (asked !== method) return [];
  const found = find(requestInfo?.headers.get('mcp-name') ?? '');
  // A name that is unknown or encoded falls through: the SDK decodes it, or refuses it in its own words.
  return found === undefined ? all : [found];
}

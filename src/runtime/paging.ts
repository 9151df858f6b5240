import type { Tool } from '@modelcontextprotocol/server';
import { withObjectType } from './legacy-projection.js';
import type { Paging } from './server.js';

/** Lists on pages of at most so many entries. */
export function pagesOf(size: number): Paging {
  return { size, toLegacy };
}

/** With the root `type` that the SDK adds where it follows from the rest; it wraps schemas of other roots itself. */
function toLegacy(tool: Tool): Tool {
  const { outputSchema } = tool;
  return outputSchema === undefined ? tool : ({ ...tool, outputSchema: withObjectType(outputSchema) } as Tool);
}
